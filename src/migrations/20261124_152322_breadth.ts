import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`visits\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`day\` text NOT NULL,
  	\`visits\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`visits_day_idx\` ON \`visits\` (\`day\`);`)
  await db.run(sql`ALTER TABLE \`subscribers\` ADD \`paused_until\` text DEFAULT '';`)
  await db.run(sql`ALTER TABLE \`subscribers\` ADD \`soft_bounces\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`subscribers\` ADD \`bounced_at\` text DEFAULT '';`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`after_seq\` numeric DEFAULT 0 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`until_seq\` numeric DEFAULT 0 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`carried_by\` text DEFAULT '';`)
  await db.run(sql`CREATE INDEX \`deliveries_message_id_idx\` ON \`deliveries\` (\`message_id\`);`)
  await db.run(sql`CREATE INDEX \`cadence_toSeq_idx\` ON \`digest_runs\` (\`cadence\`,\`to_seq\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`visits\`;`)
  await db.run(sql`DROP INDEX \`cadence_toSeq_idx\`;`)
  await db.run(sql`DROP INDEX \`deliveries_message_id_idx\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`carried_by\`;`)
  await db.run(sql`ALTER TABLE \`subscribers\` DROP COLUMN \`paused_until\`;`)
  await db.run(sql`ALTER TABLE \`subscribers\` DROP COLUMN \`soft_bounces\`;`)
  await db.run(sql`ALTER TABLE \`subscribers\` DROP COLUMN \`bounced_at\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`after_seq\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`until_seq\`;`)
}
