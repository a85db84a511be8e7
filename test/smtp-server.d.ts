declare module 'smtp-server' {
  import type { Server } from 'node:net';
  import type { Readable } from 'node:stream';

  interface Session {
    envelope: { rcptTo: { address: string }[] };
  }
  type Answer = (error?: Error | null) => void;

  /** As much of smtp-server as the tests use. */
  export class SMTPServer {
    constructor(options: {
      authOptional?: boolean;
      disabledCommands?: string[];
      logger?: boolean;
      onRcptTo?: (address: { address: string }, session: Session, answer: Answer) => void;
      onData?: (stream: Readable, session: Session, answer: Answer) => void;
    });
    readonly server: Server;
    listen(port: number, host: string, listening: () => void): Server;
    close(closed: () => void): void;
  }
}
