import type { NumberField } from 'payload'
import { say } from '../../lib/faults/say.ts'

/** A whole number (count, year, ordinal) between `min` and `max`, both inclusive. */
export const wholeNumber = (
  field: Omit<NumberField, 'type' | 'validate' | 'hasMany' | 'min' | 'max'> & { min: number; max: number },
): NumberField =>
  ({
    ...field,
    type: 'number',
    validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) =>
      value === null ||
      value === undefined ||
      (Number.isInteger(value) && Number(value) >= field.min && Number(value) <= field.max)
        ? true
        : say(
            req,
            `Xin ghi số nguyên từ ${field.min} đến ${field.max}.`,
            `Enter a whole number from ${field.min} to ${field.max}.`,
          ),
  }) as NumberField
