import * as migration_20261124_091035_init from './20261124_091035_init';
import * as migration_20261124_144128_schedule from './20261124_144128_schedule';
import * as migration_20261124_144742_media_facts from './20261124_144742_media_facts';
import * as migration_20261124_150830_numbers_and_legacy from './20261124_150830_numbers_and_legacy';
import * as migration_20261124_152322_breadth from './20261124_152322_breadth';
import * as migration_20261129_083800_editors_words from './20261129_083800_editors_words';
import * as migration_20261129_093640_folded_search from './20261129_093640_folded_search';
import * as migration_20261129_094007_texts_taken_over from './20261129_094007_texts_taken_over';
import * as migration_20261129_130548_unsubmitted_changes from './20261129_130548_unsubmitted_changes';
import * as migration_20261129_171035_calendar_days from './20261129_171035_calendar_days';
import * as migration_20261129_174828_workflow_comments from './20261129_174828_workflow_comments';
import * as migration_20261129_175544_desk from './20261129_175544_desk';
import * as migration_20261130_030626_delegations from './20261130_030626_delegations';
import * as migration_20261130_034333_office_mails from './20261130_034333_office_mails';
import * as migration_20261130_085748_desk_in_order from './20261130_085748_desk_in_order';
import * as migration_20261130_093516_absences from './20261130_093516_absences';
import * as migration_20261130_210131_desk_by_urgency from './20261130_210131_desk_by_urgency';
import * as migration_20261201_000541_pages_and_layout from './20261201_000541_pages_and_layout';
import * as migration_20261201_002955_file_previews from './20261201_002955_file_previews';
import * as migration_20261201_004727_webhooks from './20261201_004727_webhooks';
import * as migration_20261201_045734_digests_at_size from './20261201_045734_digests_at_size';
import * as migration_20261201_054052_mail_desk from './20261201_054052_mail_desk';

export const migrations = [
  {
    up: migration_20261124_091035_init.up,
    down: migration_20261124_091035_init.down,
    name: '20261124_091035_init',
  },
  {
    up: migration_20261124_144128_schedule.up,
    down: migration_20261124_144128_schedule.down,
    name: '20261124_144128_schedule',
  },
  {
    up: migration_20261124_144742_media_facts.up,
    down: migration_20261124_144742_media_facts.down,
    name: '20261124_144742_media_facts',
  },
  {
    up: migration_20261124_150830_numbers_and_legacy.up,
    down: migration_20261124_150830_numbers_and_legacy.down,
    name: '20261124_150830_numbers_and_legacy',
  },
  {
    up: migration_20261124_152322_breadth.up,
    down: migration_20261124_152322_breadth.down,
    name: '20261124_152322_breadth',
  },
  {
    up: migration_20261129_083800_editors_words.up,
    down: migration_20261129_083800_editors_words.down,
    name: '20261129_083800_editors_words',
  },
  {
    up: migration_20261129_093640_folded_search.up,
    down: migration_20261129_093640_folded_search.down,
    name: '20261129_093640_folded_search',
  },
  {
    up: migration_20261129_094007_texts_taken_over.up,
    down: migration_20261129_094007_texts_taken_over.down,
    name: '20261129_094007_texts_taken_over',
  },
  {
    up: migration_20261129_130548_unsubmitted_changes.up,
    down: migration_20261129_130548_unsubmitted_changes.down,
    name: '20261129_130548_unsubmitted_changes',
  },
  {
    up: migration_20261129_171035_calendar_days.up,
    down: migration_20261129_171035_calendar_days.down,
    name: '20261129_171035_calendar_days',
  },
  {
    up: migration_20261129_174828_workflow_comments.up,
    down: migration_20261129_174828_workflow_comments.down,
    name: '20261129_174828_workflow_comments',
  },
  {
    up: migration_20261129_175544_desk.up,
    down: migration_20261129_175544_desk.down,
    name: '20261129_175544_desk',
  },
  {
    up: migration_20261130_030626_delegations.up,
    down: migration_20261130_030626_delegations.down,
    name: '20261130_030626_delegations',
  },
  {
    up: migration_20261130_034333_office_mails.up,
    down: migration_20261130_034333_office_mails.down,
    name: '20261130_034333_office_mails',
  },
  {
    up: migration_20261130_085748_desk_in_order.up,
    down: migration_20261130_085748_desk_in_order.down,
    name: '20261130_085748_desk_in_order',
  },
  {
    up: migration_20261130_093516_absences.up,
    down: migration_20261130_093516_absences.down,
    name: '20261130_093516_absences',
  },
  {
    up: migration_20261130_210131_desk_by_urgency.up,
    down: migration_20261130_210131_desk_by_urgency.down,
    name: '20261130_210131_desk_by_urgency',
  },
  {
    up: migration_20261201_000541_pages_and_layout.up,
    down: migration_20261201_000541_pages_and_layout.down,
    name: '20261201_000541_pages_and_layout',
  },
  {
    up: migration_20261201_002955_file_previews.up,
    down: migration_20261201_002955_file_previews.down,
    name: '20261201_002955_file_previews',
  },
  {
    up: migration_20261201_004727_webhooks.up,
    down: migration_20261201_004727_webhooks.down,
    name: '20261201_004727_webhooks',
  },
  {
    up: migration_20261201_045734_digests_at_size.up,
    down: migration_20261201_045734_digests_at_size.down,
    name: '20261201_045734_digests_at_size',
  },
  {
    up: migration_20261201_054052_mail_desk.up,
    down: migration_20261201_054052_mail_desk.down,
    name: '20261201_054052_mail_desk'
  },
];
