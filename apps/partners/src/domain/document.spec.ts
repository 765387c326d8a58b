import { documentOf } from './document';

it.each([
  ['resident-id', '11010119900101123x', '11010119900101123X'],
  ['hk-macao-permit', 'h1234567(8)', 'H12345678'],
])('a %s is one document, typed as %s or as %s', (idType, typed, otherwise) =>
  expect(documentOf(idType, typed)).toBe(documentOf(idType, otherwise)),
);

it('the same number on documents of two kinds is two documents', () =>
  expect(documentOf('passport', 'E1234567')).not.toBe(documentOf('other', 'E1234567')));
