import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`search_words\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text,
  	\`title\` text,
  	\`kind\` text DEFAULT 'synonyms' NOT NULL,
  	\`in_use\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`search_words_code_idx\` ON \`search_words\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`search_words_updated_at_idx\` ON \`search_words\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`search_words_created_at_idx\` ON \`search_words\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`search_words_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`search_words\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`search_words_texts_order_parent\` ON \`search_words_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_search_words_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_code\` text,
  	\`version_title\` text,
  	\`version_kind\` text DEFAULT 'synonyms' NOT NULL,
  	\`version_in_use\` integer DEFAULT true,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`search_words\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_search_words_v_parent_idx\` ON \`_search_words_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_search_words_v_version_version_code_idx\` ON \`_search_words_v\` (\`version_code\`);`)
  await db.run(sql`CREATE INDEX \`_search_words_v_version_version_updated_at_idx\` ON \`_search_words_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_search_words_v_version_version_created_at_idx\` ON \`_search_words_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_search_words_v_created_at_idx\` ON \`_search_words_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_search_words_v_updated_at_idx\` ON \`_search_words_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_search_words_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_search_words_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_search_words_v_texts_order_parent\` ON \`_search_words_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`site_locales\` (
  	\`name\` text,
  	\`agency\` text,
  	\`address\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`site\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`site_locales_locale_parent_id_unique\` ON \`site_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`site_locales_parent_idx\` ON \`site_locales\` (\`_parent_id\`);`)
  await db.run(sql`ALTER TABLE \`directives_relations\` ADD \`scope\` text;`)
  await db.run(sql`ALTER TABLE \`directives\` ADD \`number_as_printed\` text;`)
  await db.run(sql`ALTER TABLE \`directives\` ADD \`printed_year\` numeric;`)
  await db.run(sql`ALTER TABLE \`_directives_v_version_relations\` ADD \`scope\` text;`)
  await db.run(sql`ALTER TABLE \`_directives_v\` ADD \`version_number_as_printed\` text;`)
  await db.run(sql`ALTER TABLE \`_directives_v\` ADD \`version_printed_year\` numeric;`)
  await db.run(sql`ALTER TABLE \`bulletins\` ADD \`picture_id\` text(36) REFERENCES media(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`bulletins\` ADD \`picture_credit\` text;`)
  await db.run(sql`CREATE INDEX \`bulletins_picture_idx\` ON \`bulletins\` (\`picture_id\`);`)
  await db.run(sql`ALTER TABLE \`_bulletins_v\` ADD \`version_picture_id\` text(36) REFERENCES media(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_bulletins_v\` ADD \`version_picture_credit\` text;`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_picture_idx\` ON \`_bulletins_v\` (\`version_picture_id\`);`)
  await db.run(sql`ALTER TABLE \`document_types\` ADD \`subscribable\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_document_types_v\` ADD \`version_subscribable\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`territories\` ADD \`subscribable\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_territories_v\` ADD \`version_subscribable\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`subscribable\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_subscribable\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`audiences\` ADD \`subscribable\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_audiences_v\` ADD \`version_subscribable\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`search_words_id\` text(36) REFERENCES search_words(id) ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_words_id_idx\` ON \`payload_locked_documents_rels\` (\`search_words_id\`);`)
  // What citizens could subscribe to before is still offered.
  await db.run(sql`UPDATE \`document_types\` SET \`subscribable\` = true;`)
  await db.run(sql`UPDATE \`territories\` SET \`subscribable\` = true;`)
  await db.run(sql`UPDATE \`topics\` SET \`subscribable\` = true;`)
  await db.run(sql`UPDATE \`audiences\` SET \`subscribable\` = true;`)
  await db.run(sql`ALTER TABLE \`site\` ADD \`telephone\` text;`)
  await db.run(sql`ALTER TABLE \`site\` ADD \`email\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`search_words\`;`)
  await db.run(sql`DROP TABLE \`search_words_texts\`;`)
  await db.run(sql`DROP TABLE \`_search_words_v\`;`)
  await db.run(sql`DROP TABLE \`_search_words_v_texts\`;`)
  await db.run(sql`DROP TABLE \`site_locales\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_bulletins\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'news' NOT NULL,
  	\`source\` text,
  	\`date\` text,
  	\`issue_no\` numeric,
  	\`year\` numeric,
  	\`slug\` text,
  	\`import_key\` text,
  	\`created_by_id\` text(36),
  	\`unit_id\` text(36),
  	\`internal_note\` text,
  	\`key\` text,
  	\`workflow_state\` text DEFAULT 'draft',
  	\`edited_by\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_bulletins\`("id", "kind", "source", "date", "issue_no", "year", "slug", "import_key", "created_by_id", "unit_id", "internal_note", "key", "workflow_state", "edited_by", "updated_at", "created_at") SELECT "id", "kind", "source", "date", "issue_no", "year", "slug", "import_key", "created_by_id", "unit_id", "internal_note", "key", "workflow_state", "edited_by", "updated_at", "created_at" FROM \`bulletins\`;`)
  await db.run(sql`DROP TABLE \`bulletins\`;`)
  await db.run(sql`ALTER TABLE \`__new_bulletins\` RENAME TO \`bulletins\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`bulletins_date_idx\` ON \`bulletins\` (\`date\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`bulletins_slug_idx\` ON \`bulletins\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_import_key_idx\` ON \`bulletins\` (\`import_key\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_created_by_idx\` ON \`bulletins\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_unit_idx\` ON \`bulletins\` (\`unit_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`bulletins_key_idx\` ON \`bulletins\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_workflow_state_idx\` ON \`bulletins\` (\`workflow_state\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_updated_at_idx\` ON \`bulletins\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_created_at_idx\` ON \`bulletins\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__bulletins_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_kind\` text DEFAULT 'news' NOT NULL,
  	\`version_source\` text,
  	\`version_date\` text,
  	\`version_issue_no\` numeric,
  	\`version_year\` numeric,
  	\`version_slug\` text,
  	\`version_import_key\` text,
  	\`version_created_by_id\` text(36),
  	\`version_unit_id\` text(36),
  	\`version_internal_note\` text,
  	\`version_key\` text,
  	\`version_workflow_state\` text DEFAULT 'draft',
  	\`version_edited_by\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`bulletins\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_unit_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__bulletins_v\`("id", "parent_id", "version_kind", "version_source", "version_date", "version_issue_no", "version_year", "version_slug", "version_import_key", "version_created_by_id", "version_unit_id", "version_internal_note", "version_key", "version_workflow_state", "version_edited_by", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_kind", "version_source", "version_date", "version_issue_no", "version_year", "version_slug", "version_import_key", "version_created_by_id", "version_unit_id", "version_internal_note", "version_key", "version_workflow_state", "version_edited_by", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_bulletins_v\`;`)
  await db.run(sql`DROP TABLE \`_bulletins_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__bulletins_v\` RENAME TO \`_bulletins_v\`;`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_parent_idx\` ON \`_bulletins_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_date_idx\` ON \`_bulletins_v\` (\`version_date\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_slug_idx\` ON \`_bulletins_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_import_key_idx\` ON \`_bulletins_v\` (\`version_import_key\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_created_by_idx\` ON \`_bulletins_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_unit_idx\` ON \`_bulletins_v\` (\`version_unit_id\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_key_idx\` ON \`_bulletins_v\` (\`version_key\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_workflow_state_idx\` ON \`_bulletins_v\` (\`version_workflow_state\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_updated_at_idx\` ON \`_bulletins_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_version_version_created_at_idx\` ON \`_bulletins_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_created_at_idx\` ON \`_bulletins_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_bulletins_v_updated_at_idx\` ON \`_bulletins_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`directives_id\` text(36),
  	\`bulletins_id\` text(36),
  	\`videos_id\` text(36),
  	\`notices_id\` text(36),
  	\`media_id\` text(36),
  	\`document_types_id\` text(36),
  	\`organisations_id\` text(36),
  	\`territories_id\` text(36),
  	\`topics_id\` text(36),
  	\`audiences_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`directives_id\`) REFERENCES \`directives\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletins_id\`) REFERENCES \`bulletins\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`videos_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`document_types_id\`) REFERENCES \`document_types\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`territories_id\`) REFERENCES \`territories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audiences_id\`) REFERENCES \`audiences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "directives_id", "bulletins_id", "videos_id", "notices_id", "media_id", "document_types_id", "organisations_id", "territories_id", "topics_id", "audiences_id", "users_id") SELECT "id", "order", "parent_id", "path", "directives_id", "bulletins_id", "videos_id", "notices_id", "media_id", "document_types_id", "organisations_id", "territories_id", "topics_id", "audiences_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_directives_id_idx\` ON \`payload_locked_documents_rels\` (\`directives_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletins_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletins_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_videos_id_idx\` ON \`payload_locked_documents_rels\` (\`videos_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_document_types_id_idx\` ON \`payload_locked_documents_rels\` (\`document_types_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organisations_id_idx\` ON \`payload_locked_documents_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_territories_id_idx\` ON \`payload_locked_documents_rels\` (\`territories_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audiences_id_idx\` ON \`payload_locked_documents_rels\` (\`audiences_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`ALTER TABLE \`directives_relations\` DROP COLUMN \`scope\`;`)
  await db.run(sql`ALTER TABLE \`directives\` DROP COLUMN \`number_as_printed\`;`)
  await db.run(sql`ALTER TABLE \`directives\` DROP COLUMN \`printed_year\`;`)
  await db.run(sql`ALTER TABLE \`_directives_v_version_relations\` DROP COLUMN \`scope\`;`)
  await db.run(sql`ALTER TABLE \`_directives_v\` DROP COLUMN \`version_number_as_printed\`;`)
  await db.run(sql`ALTER TABLE \`_directives_v\` DROP COLUMN \`version_printed_year\`;`)
  await db.run(sql`ALTER TABLE \`document_types\` DROP COLUMN \`subscribable\`;`)
  await db.run(sql`ALTER TABLE \`_document_types_v\` DROP COLUMN \`version_subscribable\`;`)
  await db.run(sql`ALTER TABLE \`territories\` DROP COLUMN \`subscribable\`;`)
  await db.run(sql`ALTER TABLE \`_territories_v\` DROP COLUMN \`version_subscribable\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`subscribable\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`version_subscribable\`;`)
  await db.run(sql`ALTER TABLE \`audiences\` DROP COLUMN \`subscribable\`;`)
  await db.run(sql`ALTER TABLE \`_audiences_v\` DROP COLUMN \`version_subscribable\`;`)
  await db.run(sql`ALTER TABLE \`site\` DROP COLUMN \`telephone\`;`)
  await db.run(sql`ALTER TABLE \`site\` DROP COLUMN \`email\`;`)
}
