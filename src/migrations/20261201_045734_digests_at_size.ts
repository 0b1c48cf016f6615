import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`digest_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`generation\` numeric NOT NULL,
  	\`sealed\` text NOT NULL,
  	\`created_on\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`digest_keys_generation_idx\` ON \`digest_keys\` (\`generation\`);`)
  await db.run(sql`CREATE TABLE \`digest_relay\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`slot_at\` numeric NOT NULL,
  	\`failures\` numeric NOT NULL,
  	\`closed_until\` numeric NOT NULL,
  	\`failing_since\` numeric NOT NULL,
  	\`reason\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`digest_relay_key_idx\` ON \`digest_relay\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`digest_steps\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`ended_at\` text NOT NULL,
  	\`ok_at\` text,
  	\`ms\` numeric NOT NULL,
  	\`failures\` numeric NOT NULL,
  	\`error\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`digest_steps_name_idx\` ON \`digest_steps\` (\`name\`);`)
  await db.run(sql`DROP INDEX \`kind_state_notBefore_idx\`;`)
  await db.run(sql`DROP INDEX \`subscriber_state_idx\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`lane\` text DEFAULT 'awaited' NOT NULL;`)
  await db.run(sql`CREATE INDEX \`deliveries_created_on_idx\` ON \`deliveries\` (\`created_on\`);`)
  await db.run(
    sql`UPDATE \`deliveries\` SET \`lane\` = substr(\`run\`, 1, instr(\`run\`, ':') - 1) WHERE \`kind\` = 'digest';`,
  )
  await db.run(sql`CREATE INDEX \`lane_state_notBefore_idx\` ON \`deliveries\` (\`lane\`,\`state\`,\`not_before\`);`)
  await db.run(sql`CREATE INDEX \`state_expiresAt_idx\` ON \`deliveries\` (\`state\`,\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`kind_createdOn_idx\` ON \`deliveries\` (\`kind\`,\`created_on\`);`)
  await db.run(sql`CREATE INDEX \`subscriber_settledAt_idx\` ON \`deliveries\` (\`subscriber\`,\`settled_at\`);`)
  await db.run(sql`CREATE INDEX \`cadence_since_idx\` ON \`subscriptions\` (\`cadence\`,\`since\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`digest_keys\`;`)
  await db.run(sql`DROP TABLE \`digest_relay\`;`)
  await db.run(sql`DROP TABLE \`digest_steps\`;`)
  await db.run(sql`DROP INDEX \`cadence_since_idx\`;`)
  await db.run(sql`DROP INDEX \`deliveries_created_on_idx\`;`)
  await db.run(sql`DROP INDEX \`lane_state_notBefore_idx\`;`)
  await db.run(sql`DROP INDEX \`state_expiresAt_idx\`;`)
  await db.run(sql`DROP INDEX \`kind_createdOn_idx\`;`)
  await db.run(sql`DROP INDEX \`subscriber_settledAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`kind_state_notBefore_idx\` ON \`deliveries\` (\`kind\`,\`state\`,\`not_before\`);`)
  await db.run(sql`CREATE INDEX \`subscriber_state_idx\` ON \`deliveries\` (\`subscriber\`,\`state\`);`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`lane\`;`)
}
