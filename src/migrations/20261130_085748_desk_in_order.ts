import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`waitsFor_since_idx\` ON \`workflow_runs\` (\`waits_for\`,\`since\`);`)
  await db.run(sql`CREATE INDEX \`waitsForSecond_since_idx\` ON \`workflow_runs\` (\`waits_for_second\`,\`since\`);`)
  await db.run(sql`CREATE INDEX \`waitsForThird_since_idx\` ON \`workflow_runs\` (\`waits_for_third\`,\`since\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`waitsFor_since_idx\`;`)
  await db.run(sql`DROP INDEX \`waitsForSecond_since_idx\`;`)
  await db.run(sql`DROP INDEX \`waitsForThird_since_idx\`;`)
}
