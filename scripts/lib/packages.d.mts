export const packPlugins: (into: string) => Promise<string[]>
