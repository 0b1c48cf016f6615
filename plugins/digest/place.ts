/** Where Payload's import map finds this plugin. A package of the plugin has its own name here. */
const PLACE = '/plugins/digest'

/**
 * The address of a component for Payload's configuration.
 *
 * @param path of the module under `admin/`, and the name it exports: `Panel#Panel`
 */
export const component = (path: string): string => `${PLACE}/admin/${path}`
