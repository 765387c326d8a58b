import { readResultsFile, resultColumns } from './read-results-file';

const fileOf = (rows: readonly string[], total: string) =>
  Buffer.from([resultColumns.join(), ...rows, total].join('\n'));

it('the rows of a results file are read when its last row tells their number and sum', () => {
  const rows = [
    'po-1,confirmed,0.10,2026-11-25T02:00:00Z,b-1,',
    'po-2,failed,0.20,2026-11-25T02:00:00Z,b-2,"no, thanks"',
  ];
  expect(readResultsFile(fileOf(rows, 'TOTAL,2,0.30,,,'))).toMatchObject([
    { payoutId: 'po-1', amountYuan: '0.10', reason: '' },
    { payoutId: 'po-2', result: 'failed', reason: 'no, thanks' },
  ]);
});

it.each([
  ['amounts that no number holds', Array<string>(1_000).fill('po,confirmed,99999999999.99,,,'), 'TOTAL,1000,0.00'],
  ['no last row', ['po-1,confirmed,1.00,,,'], ''],
  ['other columns', [], 'TOTAL,0,0.00\nTOTAL,0,0.00,,,,,'],
])('a results file with %s is not taken', (what, rows, total) => {
  const file = what === 'other columns' ? Buffer.from(`payoutId,amount\n${total}`) : fileOf(rows, total);
  expect(() => readResultsFile(file)).toThrow(expect.objectContaining({ type: 'settlement/results-file-unusable' }));
});
