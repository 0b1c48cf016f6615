import * as migration_20261124_091035_init from './20261124_091035_init';
import * as migration_20261124_142332_numbers_and_legacy from './20261124_142332_numbers_and_legacy';

export const migrations = [
  {
    up: migration_20261124_091035_init.up,
    down: migration_20261124_091035_init.down,
    name: '20261124_091035_init',
  },
  {
    up: migration_20261124_142332_numbers_and_legacy.up,
    down: migration_20261124_142332_numbers_and_legacy.down,
    name: '20261124_142332_numbers_and_legacy'
  },
];
