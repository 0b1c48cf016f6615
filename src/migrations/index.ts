import * as migration_20261124_091035_init from './20261124_091035_init';
import * as migration_20261124_145455_digest_breadth from './20261124_145455_digest_breadth';

export const migrations = [
  {
    up: migration_20261124_091035_init.up,
    down: migration_20261124_091035_init.down,
    name: '20261124_091035_init',
  },
  {
    up: migration_20261124_145455_digest_breadth.up,
    down: migration_20261124_145455_digest_breadth.down,
    name: '20261124_145455_digest_breadth'
  },
];
