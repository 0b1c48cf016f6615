import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`workflow_runs\` ADD \`due_at\` text;`)
  await db.run(sql`CREATE INDEX \`workflow_runs_due_at_idx\` ON \`workflow_runs\` (\`due_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`workflow_runs_due_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` DROP COLUMN \`due_at\`;`)
}
