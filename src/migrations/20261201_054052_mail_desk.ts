import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`digest_acts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`scope\` text,
  	\`at\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text,
  	\`reason\` text,
  	\`facts\` text,
  	\`prev\` text,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`digest_acts_seq_idx\` ON \`digest_acts\` (\`seq\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`digest_acts_key_idx\` ON \`digest_acts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`scope_seq_idx\` ON \`digest_acts\` (\`scope\`,\`seq\`);`)
  await db.run(sql`DROP INDEX \`run_state_idx\`;`)
  await db.run(sql`CREATE INDEX \`run_state_settledAt_idx\` ON \`deliveries\` (\`run\`,\`state\`,\`settled_at\`);`)
  await db.run(sql`CREATE INDEX \`state_locale_idx\` ON \`subscribers\` (\`state\`,\`locale\`);`)
  await db.run(sql`CREATE INDEX \`confirmedAt_idx\` ON \`subscribers\` (\`confirmed_at\`);`)
  await db.run(sql`CREATE INDEX \`leftAt_idx\` ON \`subscribers\` (\`left_at\`);`)
  await db.run(sql`CREATE INDEX \`type_at_idx\` ON \`consent_events\` (\`type\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`digest_runs_due_at_idx\` ON \`digest_runs\` (\`due_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`digest_acts\`;`)
  await db.run(sql`DROP INDEX \`state_locale_idx\`;`)
  await db.run(sql`DROP INDEX \`confirmedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`leftAt_idx\`;`)
  await db.run(sql`DROP INDEX \`type_at_idx\`;`)
  await db.run(sql`DROP INDEX \`digest_runs_due_at_idx\`;`)
  await db.run(sql`DROP INDEX \`run_state_settledAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`run_state_idx\` ON \`deliveries\` (\`run\`,\`state\`);`)
}
