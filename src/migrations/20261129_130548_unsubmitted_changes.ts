import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`directives\` ADD \`unsubmitted_changes\` integer;`)
  await db.run(sql`ALTER TABLE \`_directives_v\` ADD \`version_unsubmitted_changes\` integer;`)
  await db.run(sql`ALTER TABLE \`bulletins\` ADD \`unsubmitted_changes\` integer;`)
  await db.run(sql`ALTER TABLE \`_bulletins_v\` ADD \`version_unsubmitted_changes\` integer;`)
  await db.run(sql`ALTER TABLE \`videos\` ADD \`unsubmitted_changes\` integer;`)
  await db.run(sql`ALTER TABLE \`_videos_v\` ADD \`version_unsubmitted_changes\` integer;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`unsubmitted_changes\` integer;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_unsubmitted_changes\` integer;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`directives\` DROP COLUMN \`unsubmitted_changes\`;`)
  await db.run(sql`ALTER TABLE \`_directives_v\` DROP COLUMN \`version_unsubmitted_changes\`;`)
  await db.run(sql`ALTER TABLE \`bulletins\` DROP COLUMN \`unsubmitted_changes\`;`)
  await db.run(sql`ALTER TABLE \`_bulletins_v\` DROP COLUMN \`version_unsubmitted_changes\`;`)
  await db.run(sql`ALTER TABLE \`videos\` DROP COLUMN \`unsubmitted_changes\`;`)
  await db.run(sql`ALTER TABLE \`_videos_v\` DROP COLUMN \`version_unsubmitted_changes\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`unsubmitted_changes\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` DROP COLUMN \`version_unsubmitted_changes\`;`)
}
