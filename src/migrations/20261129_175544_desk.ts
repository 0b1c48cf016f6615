import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`workflow_runs\` ADD \`author\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` ADD \`claimed_by\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` ADD \`claimed_name\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` ADD \`claim_until\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` ADD \`due_by\` text;`)
  await db.run(sql`CREATE INDEX \`workflow_runs_author_idx\` ON \`workflow_runs\` (\`author\`);`)
  await db.run(sql`CREATE INDEX \`workflow_runs_claimed_by_idx\` ON \`workflow_runs\` (\`claimed_by\`);`)
  await db.run(sql`CREATE INDEX \`workflow_runs_due_by_idx\` ON \`workflow_runs\` (\`due_by\`);`)
  await db.run(sql`CREATE INDEX \`directives_edited_by_idx\` ON \`directives\` (\`edited_by\`);`)
  await db.run(sql`CREATE INDEX \`_directives_v_version_version_edited_by_idx\` ON \`_directives_v\` (\`version_edited_by\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_edited_by_idx\` ON \`bulletins\` (\`edited_by\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_edited_by_idx\` ON \`_bulletins_v\` (\`version_edited_by\`);`)
  await db.run(sql`CREATE INDEX \`videos_edited_by_idx\` ON \`videos\` (\`edited_by\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_edited_by_idx\` ON \`_videos_v\` (\`version_edited_by\`);`)
  await db.run(sql`CREATE INDEX \`notices_edited_by_idx\` ON \`notices\` (\`edited_by\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_edited_by_idx\` ON \`_notices_v\` (\`version_edited_by\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`directives_edited_by_idx\`;`)
  await db.run(sql`DROP INDEX \`_directives_v_version_version_edited_by_idx\`;`)
  await db.run(sql`DROP INDEX \`bulletins_edited_by_idx\`;`)
  await db.run(sql`DROP INDEX \`_bulletins_v_version_version_edited_by_idx\`;`)
  await db.run(sql`DROP INDEX \`videos_edited_by_idx\`;`)
  await db.run(sql`DROP INDEX \`_videos_v_version_version_edited_by_idx\`;`)
  await db.run(sql`DROP INDEX \`notices_edited_by_idx\`;`)
  await db.run(sql`DROP INDEX \`_notices_v_version_version_edited_by_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_runs_author_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_runs_claimed_by_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_runs_due_by_idx\`;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` DROP COLUMN \`author\`;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` DROP COLUMN \`claimed_by\`;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` DROP COLUMN \`claimed_name\`;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` DROP COLUMN \`claim_until\`;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` DROP COLUMN \`due_by\`;`)
}
