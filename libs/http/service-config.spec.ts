import { Type } from '@sinclair/typebox';
import { listening, maskedConfig, parseConfig, serviceSettings } from './service-config';

const Settings = Type.Object({
  ...serviceSettings,
  DATABASE_URL: Type.String({ minLength: 1 }),
  FAST: Type.Optional(Type.Boolean()),
});

describe('the environment', () => {
  it('is read as the declared types, with defaults, and nothing else of it', () => {
    const { config } = parseConfig(Settings, {
      PORT: '8101',
      DATABASE_URL: 'mysql://h',
      FAST: 'true',
      OIDC_ISSUER: '',
      HOME: '/x',
    });
    expect(config).toEqual({ PORT: 8101, HOST: '127.0.0.1', LOG_LEVEL: 'info', DATABASE_URL: 'mysql://h', FAST: true });
    expect(listening(config!)).toMatchObject({ port: 8101, host: '127.0.0.1', logLevel: 'info' });
  });

  it('tells all that is wrong with it at once', () => {
    expect(parseConfig(Settings, { PORT: '81o1', LOG_LEVEL: 'loud', FAST: 'yes' }).faults).toEqual(
      expect.arrayContaining([
        'PORT must be a whole number',
        'DATABASE_URL is required',
        'FAST must be true or false',
        expect.stringContaining('LOG_LEVEL must be one of "fatal"'),
      ]),
    );
  });

  it('is printed without its secrets', () => {
    const printed = maskedConfig({
      DATABASE_URL: 'mysql://root:p@ss@127.0.0.1:3306',
      AUTH_JWKS: '{}',
      BUYER_KEY_SALT: 's',
      KAFKA_BROKERS: '127.0.0.1:9092',
      PORT: 1,
    });
    expect(printed).toEqual({
      DATABASE_URL: 'mysql://root:***@127.0.0.1:3306',
      AUTH_JWKS: '***',
      BUYER_KEY_SALT: '***',
      KAFKA_BROKERS: '127.0.0.1:9092',
      PORT: 1,
    });
  });
});
