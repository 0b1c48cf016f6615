import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`UPDATE \`workflow_runs\` SET \`due_by\` = '' WHERE \`due_by\` IS NULL;`)
  await db.run(sql`DROP INDEX \`waitsFor_since_idx\`;`)
  await db.run(sql`DROP INDEX \`waitsForSecond_since_idx\`;`)
  await db.run(sql`DROP INDEX \`waitsForThird_since_idx\`;`)
  await db.run(sql`CREATE INDEX \`waitsFor_dueBy_since_idx\` ON \`workflow_runs\` (\`waits_for\`,\`due_by\`,\`since\`);`)
  await db.run(sql`CREATE INDEX \`waitsForSecond_dueBy_since_idx\` ON \`workflow_runs\` (\`waits_for_second\`,\`due_by\`,\`since\`);`)
  await db.run(sql`CREATE INDEX \`waitsForThird_dueBy_since_idx\` ON \`workflow_runs\` (\`waits_for_third\`,\`due_by\`,\`since\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`waitsFor_dueBy_since_idx\`;`)
  await db.run(sql`DROP INDEX \`waitsForSecond_dueBy_since_idx\`;`)
  await db.run(sql`DROP INDEX \`waitsForThird_dueBy_since_idx\`;`)
  await db.run(sql`CREATE INDEX \`waitsFor_since_idx\` ON \`workflow_runs\` (\`waits_for\`,\`since\`);`)
  await db.run(sql`CREATE INDEX \`waitsForSecond_since_idx\` ON \`workflow_runs\` (\`waits_for_second\`,\`since\`);`)
  await db.run(sql`CREATE INDEX \`waitsForThird_since_idx\` ON \`workflow_runs\` (\`waits_for_third\`,\`since\`);`)
}
