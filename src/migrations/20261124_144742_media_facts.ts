import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`media\` ADD \`text_layer\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`duration_seconds\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`text_layer\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`duration_seconds\`;`)
}
