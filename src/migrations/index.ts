import * as migration_20261124_080559_init from './20261124_080559_init';

export const migrations = [
  {
    up: migration_20261124_080559_init.up,
    down: migration_20261124_080559_init.down,
    name: '20261124_080559_init'
  },
];
