package dev.resilientdb.sample.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/**
 * A network between the application and its server that can swallow everything. Safe for
 * use by several threads.
 */
public final class Network implements AutoCloseable {

	private static final CountDownLatch OPEN = new CountDownLatch(0);

	private final ServerSocket listener;

	private final int serverPort;

	private volatile CountDownLatch gate = OPEN;

	private Network(int serverPort) {
		this.serverPort = serverPort;
		try {
			this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Network to(int serverPort) {
		Network network = new Network(serverPort);
		start(network::accept);
		return network;
	}

	int port() {
		return this.listener.getLocalPort();
	}

	/**
	 * Lets nothing through: connections stay open, and nobody hears anything.
	 */
	public void fallSilent() {
		this.gate = new CountDownLatch(1);
	}

	/**
	 * Lets through again, with what was held back.
	 */
	public void recover() {
		CountDownLatch closed = this.gate;
		this.gate = OPEN;
		closed.countDown();
	}

	@Override
	public void close() throws IOException {
		recover();
		this.listener.close();
	}

	private void accept() throws IOException, InterruptedException {
		while (true) {
			Socket application = this.listener.accept();
			start(() -> connect(application));
		}
	}

	private void connect(Socket application) throws IOException, InterruptedException {
		try (application) {
			this.gate.await();
			Socket server = new Socket(InetAddress.getLoopbackAddress(), this.serverPort);
			start(() -> carry(server, application));
			carry(application, server);
		}
	}

	private void carry(Socket from, Socket to) throws IOException, InterruptedException {
		try (from; to) {
			from.setTcpNoDelay(true);
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] buffer = new byte[8192];
			for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
				this.gate.await();
				out.write(buffer, 0, read);
			}
		}
	}

	private static void start(Traffic traffic) {
		Thread thread = new Thread(() -> {
			try {
				traffic.run();
			}
			catch (IOException ex) {
				// One side has hung up
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "sample-network");
		thread.setDaemon(true);
		thread.start();
	}

	private interface Traffic {

		void run() throws IOException, InterruptedException;

	}

}
