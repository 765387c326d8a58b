import { jsonAnswer } from './answer';
import { hashOfKey, openAnswer, sealAnswer } from './seal-answer';

describe('a sealed answer', () => {
  const answer = jsonAnswer(201, { clientId: 'c-1', clientSecret: '川流-secret' });
  const sealed = sealAnswer(answer, 'key-1', 'request-1');

  it('opens to the same bytes for the same key and request', () => {
    expect(openAnswer(sealed, 'key-1', 'request-1')).toEqual(answer);
  });

  it('shows nothing of the answer or of the key to who reads the table', () => {
    expect(sealed.toString('latin1')).not.toContain('secret');
    expect(hashOfKey('key-1')).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['key-2', 'request-1'],
    ['key-1', 'request-2'],
  ])('stays closed for key %s and request %s', (key, request) => {
    expect(() => openAnswer(sealed, key, request)).toThrow();
  });

  it('keeps an answer without a body', () => {
    const empty = { status: 204, headers: {}, body: Buffer.alloc(0) };
    expect(openAnswer(sealAnswer(empty, 'k', 'r'), 'k', 'r')).toEqual(empty);
  });
});
