import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP line to a server that others share: cut, it takes the server from whoever goes by it and from nobody else. */
export class Line {
  readonly #to: { readonly host: string; readonly port: number };
  readonly #entrance: Server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  private constructor(address: string) {
    const { hostname: host, port } = new URL(`tcp://${address}`);
    this.#to = { host, port: Number(port) };
    this.#entrance = createServer((near) => this.#lead(near));
  }

  /** Lays a line to the server at `host:port`. */
  static async to(address: string): Promise<Line> {
    const line = new Line(address);
    line.#entrance.listen(0, '127.0.0.1');
    await once(line.#entrance, 'listening');
    return line;
  }

  /** The `host:port` by which the server is reached through the line. */
  get address(): string {
    const { address, port } = this.#entrance.address() as AddressInfo; // it listens, and on TCP
    return `${address}:${port}`;
  }

  /** Breaks all connections and, from now on, each new one; what is on its way is lost. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Swallows what is sent on the present connections from now on and breaks none; new ones are led through. */
  silence(): void {
    for (const socket of this.#sockets) socket.unpipe().resume();
  }

  /** Lets new connections through again. */
  mend(): void {
    this.#isCut = false;
  }

  /** Takes it away for good. */
  async remove(): Promise<void> {
    this.cut();
    this.#entrance.close();
    await once(this.#entrance, 'close');
  }

  #lead(near: Socket): void {
    if (this.#isCut) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(this.#to);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined); // its close follows
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
