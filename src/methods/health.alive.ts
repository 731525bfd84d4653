// health.alive: the process answers.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('health.alive', () => ack('health'));
