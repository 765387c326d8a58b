import { Type } from '@sinclair/typebox';

/** The header of a write, for its description. */
export const idempotencyKeyHeader = {
  'Idempotency-Key': Type.String({
    pattern: '^[!-~]([ -~]{0,253}[!-~])?$',
    description:
      'The same key and body are answered as the first time, byte for byte; the key with another body is refused',
  }),
};
