import type { Fault } from '@chuanliu/http/faults';
import { compileShape } from '@chuanliu/http/validate';
import { LARGEST_FEN } from '@chuanliu/money/fen';
import { refusal, sprawlOf, type ItemRefusal } from '../admit-webhooks/refusal-of-item';
import { mostLines, shapeByType, type OrderPaid } from './order-event.shapes';

const shapes = Object.fromEntries(
  Object.entries(shapeByType).map(([type, schema]) => [type, compileShape(schema)]),
) as Record<string, ReturnType<typeof compileShape>>;
const typeNames = Object.keys(shapeByType);

/** @returns null when the event is well-formed. */
export function refusalOfEvent(event: unknown): ItemRefusal | null {
  const sprawling = sprawlOf(event, mostLines);
  if (sprawling !== undefined) return malformed([{ pointer: sprawling, problem: 'has more than any event has' }]);
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    return malformed([{ pointer: '', problem: 'must be an object' }]);
  }
  const { type } = event as { type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) {
    const names = typeNames.map(name => JSON.stringify(name)).join(', ');
    return malformed([{ pointer: '/type', problem: type === undefined ? 'is required' : `must be one of ${names}` }]);
  }
  const faults = shapes[type]!.faults(event);
  if (faults.length > 0) return malformed(faults);
  return type === 'order-paid' ? refusalOfOrder((event as OrderPaid).order) : null;
}

function refusalOfOrder(order: OrderPaid['order']): ItemRefusal | null {
  const first = new Map<number, number>();
  const repeated: Fault[] = [];
  for (const [index, { lineNo }] of order.lines.entries()) {
    const before = first.get(lineNo);
    if (before === undefined) first.set(lineNo, index);
    else
      repeated.push({ pointer: `/order/lines/${index}/lineNo`, problem: `is that of line ${before} of the list, too` });
  }
  if (repeated.length > 0) {
    return refusal('gateway/repeated-line-number', 'Two lines of the order have one number', repeated);
  }
  let totalFen = order.payment.freightFen ?? 0;
  for (const line of order.lines) {
    totalFen += line.paidFen + (line.platformSubsidyFen ?? 0);
    // Stopped here, the sum never leaves the whole numbers that are exact.
    if (totalFen > LARGEST_FEN) {
      const problem = `adds up, with freight and subsidies, to more than ${LARGEST_FEN} fen`;
      return refusal('gateway/order-too-large', 'The order is larger than any order may be', [
        { pointer: '/order/lines', problem },
      ]);
    }
  }
  return null;
}

const malformed = (faults: Fault[]) =>
  refusal('gateway/malformed-event', 'The event is not of the declared shape', faults);
