import { continueTraceparent, parseTraceparent } from './traceparent';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const header = `00-${trace}-00f067aa0ba902b7-00`;

describe('a trace', () => {
  it('goes on with a hop of its own, recorded or not as before', () => {
    const next = parseTraceparent(continueTraceparent(header));
    expect(next).toEqual({ traceId: trace, spanId: expect.stringMatching(/^[0-9a-f]{16}$/), flags: '00' });
    expect(next?.spanId).not.toBe('00f067aa0ba902b7');
  });

  it.each([
    undefined,
    '',
    header.toUpperCase(),
    `ff-${trace}-00f067aa0ba902b7-00`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-00`,
    `00-${trace}-${'0'.repeat(16)}-00`,
    `${header}-more`,
  ])('begins anew where the header is none: %j', text => {
    expect(parseTraceparent(text)).toBeUndefined();
    expect(parseTraceparent(continueTraceparent(text))?.traceId).not.toBe(trace);
  });

  it('reads the header of a later version', () => {
    expect(parseTraceparent(`01-${trace}-00f067aa0ba902b7-01-more`)?.traceId).toBe(trace);
  });
});
