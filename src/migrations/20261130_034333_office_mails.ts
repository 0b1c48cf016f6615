import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`workflow_notices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`event\` numeric NOT NULL,
  	\`kind\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`mail\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`workflow_notices_key_idx\` ON \`workflow_notices\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`state_at_idx\` ON \`workflow_notices\` (\`state\`,\`at\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mails\` text DEFAULT 'all';`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_language\` text DEFAULT 'vi';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`workflow_notices\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mails\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_language\`;`)
}
