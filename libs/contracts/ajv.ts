import Ajv from 'ajv';
import { isDate, isUtcInstant, parseInstant } from './instants';

/** The one validator: nothing is coerced, nothing unknown passes, every fault is reported. */
export const ajv = new Ajv({
  strict: true,
  allErrors: true,
  coerceTypes: false,
  useDefaults: false,
  discriminator: true,
  allowUnionTypes: true,
});

ajv.addFormat('instant', { type: 'string', validate: (text: string) => parseInstant(text) !== null });
ajv.addFormat('utc-instant', { type: 'string', validate: isUtcInstant });
ajv.addFormat('date', { type: 'string', validate: isDate });
