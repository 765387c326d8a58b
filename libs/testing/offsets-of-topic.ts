import type { Admin } from 'kafkajs';
import { onceBrokerCan } from './once-broker-can';

/** Where each partition of a topic begins and ends. */
export const offsetsOfTopic = (admin: Admin, topic: string) => onceBrokerCan(() => admin.fetchTopicOffsets(topic));
