/** What a newcomer needs after the start: where it listens, who may call, what to try. */
export function printWelcome({ baseUrl, ports, credentials, credentialsFile, logs, seeded }) {
  const inside = Object.entries(ports).filter(([name]) => name !== 'gateway');
  console.log(`
${heading('Where')}
${table([
  ['public API', baseUrl],
  ['API documents', `${baseUrl}/docs`],
  ['OpenAPI', `${baseUrl}/openapi.json`],
  ...inside.map(([name, port]) => [`${name.replace(':internal', ' health')} (inside)`, `http://127.0.0.1:${port}`]),
  ['logs', logs],
])}

${heading(`Who: logins of POST ${baseUrl}/v1/token`)}
${table([
  ...Object.entries(credentials.clients).map(([name, { clientId }]) => [name, clientId]),
  ['channel (webhook)', credentials.channel.id],
  ['their secrets', credentialsFile],
])}

${heading('What to try next')}
${thingsToTry(baseUrl, seeded).join('\n')}
`);
}

function thingsToTry(baseUrl, seeded) {
  const ask = (what, client, path) =>
    `  # ${what}\n  curl -s '${baseUrl}${path}' -H "authorization: Bearer $(node deploy/local/token.mjs ${client})"`;
  const ofTheDemo = [
    ask(
      'Who brought this sale, and why: its pick became known late, and the sale moved',
      'operator',
      '/v1/orders/story-late-pick/explanation',
    ),
    ask('A sale with a partial refund, fen by fen', 'operator', '/v1/orders/story-refund/explanation'),
    ask('A buyer who came back in the brand’s own stream', 'operator', '/v1/orders/story-river/explanation'),
    ask('What was accepted and needs a person', 'operator', '/v1/exceptions'),
    ask('Who may be spoken to in a brand’s own stream', 'finance-1', '/v1/brands/br-qinghe/river/audience'),
    '  # A promoter’s first sale, from search to share, by the typed client\n  node clients/typescript/examples/first-sale.mjs 茶',
    ask(
      'What a promoter’s statements say: settled, refunded since, paid out',
      'finance-1',
      '/v1/statements?party=promoter:pr-laozhou',
    ),
    `  # Their month as a workbook\n  curl -s '${baseUrl}/v1/monthly-statements?party=promoter:pr-laozhou&month=${monthSettled()}&format=xlsx' -o statement.xlsx -H \"authorization: Bearer $(node deploy/local/token.mjs finance-1)\"`,
    ask('The journal, for hledger', 'finance-1', '/v1/ledger/journal?format=hledger'),
  ];
  return [
    ask('Whether everything has arrived everywhere', 'operator', '/v1/progress'),
    ask('The books: they sum to zero', 'finance-1', '/v1/ledger/trial-balance'),
    ...(seeded ? ofTheDemo : []),
    '  npm run doctor',
  ];
}

/** The month of the last day that the demo settles: in Shanghai, 62 days before the one on which it is made. */
const monthSettled = () => new Date(Date.now() + 8 * 3_600_000 - 62 * 86_400_000).toISOString().slice(0, 7);

const heading = text => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text);

function table(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}
