/** What a configuration file says, with the place of each value: `line:column`, from 1. */
export type ConfigValue = ConfigScalar | ConfigList | ConfigMap;

export interface ConfigScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly at: Place;
}

export interface ConfigList {
  readonly kind: 'list';
  readonly items: readonly ConfigValue[];
  readonly at: Place;
}

export interface ConfigMap {
  readonly kind: 'map';
  readonly entries: readonly ConfigEntry[];
  readonly at: Place;
}

export interface ConfigEntry {
  readonly key: string;
  readonly keyAt: Place;
  readonly value: ConfigValue;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something in the file is not as it should be. The reader adds the file's name. */
export class ConfigMistake extends Error {
  override readonly name = 'ConfigMistake';
  readonly at: Place;

  constructor(message: string, at: Place) {
    super(message);
    this.at = at;
  }
}
