import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`workflow_powers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`document\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`type\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`actor\` text NOT NULL,
  	\`actor_name\` text,
  	\`actor_role\` text,
  	\`capacity\` text,
  	\`data\` text,
  	\`prev\` text,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`workflow_powers_document_idx\` ON \`workflow_powers\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`workflow_powers_type_idx\` ON \`workflow_powers\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`workflow_powers_at_idx\` ON \`workflow_powers\` (\`at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`document_seq_2_idx\` ON \`workflow_powers\` (\`document\`,\`seq\`);`)
  await db.run(sql`CREATE TABLE \`delegations_steps\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`delegations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`delegations_steps_order_idx\` ON \`delegations_steps\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`delegations_steps_parent_idx\` ON \`delegations_steps\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`delegations_collections\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`delegations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`delegations_collections_order_idx\` ON \`delegations_collections\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`delegations_collections_parent_idx\` ON \`delegations_collections\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`delegations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`from_id\` text(36),
  	\`to_id\` text(36) NOT NULL,
  	\`capacity\` text DEFAULT 'KT.' NOT NULL,
  	\`authority\` text NOT NULL,
  	\`valid_from\` text NOT NULL,
  	\`valid_to\` text NOT NULL,
  	\`ended_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`from_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`to_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`delegations_from_idx\` ON \`delegations\` (\`from_id\`);`)
  await db.run(sql`CREATE INDEX \`delegations_to_idx\` ON \`delegations\` (\`to_id\`);`)
  await db.run(sql`CREATE INDEX \`delegations_valid_from_idx\` ON \`delegations\` (\`valid_from\`);`)
  await db.run(sql`CREATE INDEX \`delegations_valid_to_idx\` ON \`delegations\` (\`valid_to\`);`)
  await db.run(sql`CREATE INDEX \`delegations_updated_at_idx\` ON \`delegations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`delegations_created_at_idx\` ON \`delegations\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` ADD \`waits_for_second\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` ADD \`waits_for_third\` text;`)
  await db.run(sql`CREATE INDEX \`workflow_runs_waits_for_second_idx\` ON \`workflow_runs\` (\`waits_for_second\`);`)
  await db.run(sql`CREATE INDEX \`workflow_runs_waits_for_third_idx\` ON \`workflow_runs\` (\`waits_for_third\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`workflow_powers\`;`)
  await db.run(sql`DROP TABLE \`delegations_steps\`;`)
  await db.run(sql`DROP TABLE \`delegations_collections\`;`)
  await db.run(sql`DROP TABLE \`delegations\`;`)
  await db.run(sql`DROP INDEX \`workflow_runs_waits_for_second_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_runs_waits_for_third_idx\`;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` DROP COLUMN \`waits_for_second\`;`)
  await db.run(sql`ALTER TABLE \`workflow_runs\` DROP COLUMN \`waits_for_third\`;`)
}
