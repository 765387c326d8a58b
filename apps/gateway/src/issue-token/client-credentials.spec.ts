import type { Problem } from '@chuanliu/problems/problem';
import { readTokenRequest } from './client-credentials';

const form = 'grant_type=client_credentials';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const refusalOf = (...request: Parameters<typeof readTokenRequest>) => {
  try {
    readTokenRequest(...request);
  } catch (refusal) {
    return [(refusal as Problem).status, (refusal as Problem).facts.error];
  }
  return 'accepted';
};

describe('a token request', () => {
  const credentials = { clientId: 'c-1', clientSecret: 's+/=1' };

  it('names its client in the form', () => {
    expect(readTokenRequest(`${form}&client_id=c-1&client_secret=s%2B%2F%3D1`, undefined)).toEqual(credentials);
  });

  it('names its client in a Basic header, encoded as a form', () => {
    expect(readTokenRequest(form, basic('c-1:s%2B%2F%3D1'))).toEqual(credentials);
    expect(readTokenRequest(`${form}&client_id=c-1&scope=any`, basic('c-1:s%2B%2F%3D1'))).toEqual(credentials);
  });

  it.each([
    ['', undefined, 400, 'invalid_request'],
    ['grant_type=client_credentials&grant_type=client_credentials', undefined, 400, 'invalid_request'],
    ['grant_type=password', undefined, 400, 'unsupported_grant_type'],
    [`${form}&client_id=c-1&client_secret=x`, basic('c-1:x'), 400, 'invalid_request'],
    [`${form}&client_id=c-2`, basic('c-1:x'), 400, 'invalid_request'],
    [form, undefined, 401, 'invalid_client'],
    [`${form}&client_id=c-1`, undefined, 401, 'invalid_client'],
    [form, 'Bearer abc', 401, 'invalid_client'],
    [form, basic('no-colon'), 401, 'invalid_client'],
    [form, basic('c-1:%E5%'), 401, 'invalid_client'],
  ])('is refused when it reads %j with %j', (text, authorization, status, error) => {
    expect(refusalOf(text, authorization)).toEqual([status, error]);
  });
});
