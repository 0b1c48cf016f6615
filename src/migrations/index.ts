import * as migration_20261124_091035_init from './20261124_091035_init';
import * as migration_20261124_142654_visits from './20261124_142654_visits';

export const migrations = [
  {
    up: migration_20261124_091035_init.up,
    down: migration_20261124_091035_init.down,
    name: '20261124_091035_init',
  },
  {
    up: migration_20261124_142654_visits.up,
    down: migration_20261124_142654_visits.down,
    name: '20261124_142654_visits'
  },
];
