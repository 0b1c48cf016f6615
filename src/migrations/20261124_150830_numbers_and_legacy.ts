import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`directives_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`directives\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`directives_texts_order_parent\` ON \`directives_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_directives_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_directives_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_directives_v_texts_order_parent\` ON \`_directives_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`bulletins_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`bulletins\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`bulletins_texts_order_parent\` ON \`bulletins_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_bulletins_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_bulletins_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_bulletins_v_texts_order_parent\` ON \`_bulletins_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`videos_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`videos_texts_order_parent\` ON \`videos_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_videos_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_videos_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_videos_v_texts_order_parent\` ON \`_videos_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`notices_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_texts_order_parent\` ON \`notices_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_notices_v_texts_order_parent\` ON \`_notices_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`site\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`opening_visits\` numeric,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`directives\` ADD \`number_suffix\` text;`)
  await db.run(sql`ALTER TABLE \`directives\` ADD \`import_key\` text;`)
  await db.run(sql`CREATE INDEX \`directives_import_key_idx\` ON \`directives\` (\`import_key\`);`)
  await db.run(sql`ALTER TABLE \`_directives_v\` ADD \`version_number_suffix\` text;`)
  await db.run(sql`ALTER TABLE \`_directives_v\` ADD \`version_import_key\` text;`)
  await db.run(sql`CREATE INDEX \`_directives_v_version_version_import_key_idx\` ON \`_directives_v\` (\`version_import_key\`);`)
  await db.run(sql`ALTER TABLE \`bulletins\` ADD \`import_key\` text;`)
  await db.run(sql`CREATE INDEX \`bulletins_import_key_idx\` ON \`bulletins\` (\`import_key\`);`)
  await db.run(sql`ALTER TABLE \`_bulletins_v\` ADD \`version_import_key\` text;`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_import_key_idx\` ON \`_bulletins_v\` (\`version_import_key\`);`)
  await db.run(sql`ALTER TABLE \`videos\` ADD \`import_key\` text;`)
  await db.run(sql`CREATE INDEX \`videos_import_key_idx\` ON \`videos\` (\`import_key\`);`)
  await db.run(sql`ALTER TABLE \`_videos_v\` ADD \`version_import_key\` text;`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_import_key_idx\` ON \`_videos_v\` (\`version_import_key\`);`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`import_key\` text;`)
  await db.run(sql`CREATE INDEX \`notices_import_key_idx\` ON \`notices\` (\`import_key\`);`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_import_key\` text;`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_import_key_idx\` ON \`_notices_v\` (\`version_import_key\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`directives_texts\`;`)
  await db.run(sql`DROP TABLE \`_directives_v_texts\`;`)
  await db.run(sql`DROP TABLE \`bulletins_texts\`;`)
  await db.run(sql`DROP TABLE \`_bulletins_v_texts\`;`)
  await db.run(sql`DROP TABLE \`videos_texts\`;`)
  await db.run(sql`DROP TABLE \`_videos_v_texts\`;`)
  await db.run(sql`DROP TABLE \`notices_texts\`;`)
  await db.run(sql`DROP TABLE \`_notices_v_texts\`;`)
  await db.run(sql`DROP TABLE \`site\`;`)
  await db.run(sql`DROP INDEX \`directives_import_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`directives\` DROP COLUMN \`number_suffix\`;`)
  await db.run(sql`ALTER TABLE \`directives\` DROP COLUMN \`import_key\`;`)
  await db.run(sql`DROP INDEX \`_directives_v_version_version_import_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`_directives_v\` DROP COLUMN \`version_number_suffix\`;`)
  await db.run(sql`ALTER TABLE \`_directives_v\` DROP COLUMN \`version_import_key\`;`)
  await db.run(sql`DROP INDEX \`bulletins_import_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`bulletins\` DROP COLUMN \`import_key\`;`)
  await db.run(sql`DROP INDEX \`_bulletins_v_version_version_import_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`_bulletins_v\` DROP COLUMN \`version_import_key\`;`)
  await db.run(sql`DROP INDEX \`videos_import_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`videos\` DROP COLUMN \`import_key\`;`)
  await db.run(sql`DROP INDEX \`_videos_v_version_version_import_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`_videos_v\` DROP COLUMN \`version_import_key\`;`)
  await db.run(sql`DROP INDEX \`notices_import_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`import_key\`;`)
  await db.run(sql`DROP INDEX \`_notices_v_version_version_import_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` DROP COLUMN \`version_import_key\`;`)
}
