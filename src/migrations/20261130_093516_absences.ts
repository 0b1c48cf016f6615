import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`users\` ADD \`absent_from\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`absent_until\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`absent_from\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`absent_until\`;`)
}
