import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`workflow_comments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`document\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`type\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`comment\` text NOT NULL,
  	\`reply_to\` text,
  	\`path\` text,
  	\`text\` text,
  	\`actor\` text NOT NULL,
  	\`actor_name\` text,
  	\`actor_role\` text,
  	\`capacity\` text,
  	\`prev\` text,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`workflow_comments_document_idx\` ON \`workflow_comments\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`workflow_comments_type_idx\` ON \`workflow_comments\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`workflow_comments_at_idx\` ON \`workflow_comments\` (\`at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`document_seq_1_idx\` ON \`workflow_comments\` (\`document\`,\`seq\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`workflow_comments\`;`)
}
