import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { SETTINGS, type Settings } from '../config/settings.js';
import { answerUnderWay } from '../errors/answer-under-way.js';

const EVERY_MS = 50;
/** For sending an answer, once a call has taken all the time it may. */
const TO_ANSWER_MS = 5_000;

/**
 * Ends the connections of a server that stops, each when its last answer is out. By itself Node waits for clients to leave: those
 * that keep connections stay for a minute, and those that never send anything forever.
 */
@Injectable()
export class DrainService implements OnModuleInit {
  private readonly sockets = new Set<Socket>();
  private readonly longestMs: number;

  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.longestMs = settings.REQUEST_TIMEOUT * 1_000 + TO_ANSWER_MS;
  }

  private get server(): Server {
    return this.host.httpAdapter.getHttpServer() as Server;
  }

  onModuleInit(): void {
    this.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  /** Begins, and goes on until no connection is left. */
  start(): void {
    const endAt = performance.now() + this.longestMs;
    const timer = setInterval(() => {
      for (const socket of this.sockets)
        if (!answerUnderWay(socket) || performance.now() > endAt) socket.destroy();
    }, EVERY_MS);
    timer.unref();
    this.server.once('close', () => clearInterval(timer));
  }
}
