import * as migration_20261124_091035_init from './20261124_091035_init';

export const migrations = [
  {
    up: migration_20261124_091035_init.up,
    down: migration_20261124_091035_init.down,
    name: '20261124_091035_init'
  },
];
