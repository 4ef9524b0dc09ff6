package dev.resilientdb.test;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Stands between a driver and its server, and cuts their connection at a statement that a
 * test names, once.
 */
public final class TcpRelay implements AutoCloseable {

	private static final Pattern ADDRESS = Pattern.compile("//127\\.0\\.0\\.1:(\\d+)/");

	private final Gate gate = new Gate();

	private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();

	private final ServerSocket listener;

	private final Login login;

	private final int serverPort;

	private final RelayedProduct product;

	private final Thread acceptor;

	private volatile @Nullable Form form;

	private TcpRelay(Login direct) {
		Matcher address = ADDRESS.matcher(direct.url());
		if (!address.find()) {
			throw new IllegalArgumentException("No address in " + direct.url());
		}
		this.serverPort = Integer.parseInt(address.group(1));
		this.product = RelayedProduct.of(direct);
		try {
			this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		String url = address.replaceFirst("//127.0.0.1:" + this.listener.getLocalPort() + "/");
		this.login = new Login(url + this.product.impatience(), direct.username(), direct.password());
		this.acceptor = start("relay", this::accept);
	}

	/**
	 * In front of the given login's server, PostgreSQL or MariaDB.
	 */
	public static TcpRelay to(Login direct) {
		return new TcpRelay(direct);
	}

	/**
	 * The login that leads through here, with a driver that does not wait long for an
	 * answer.
	 */
	public Login login() {
		return this.login;
	}

	/**
	 * Cuts the connection that next executes a statement beginning with the given text.
	 */
	public void cut(Moment moment, String statement) {
		this.form = null;
		this.next.set(new Cut(moment, statement));
	}

	/**
	 * Lets nothing through in either direction, as a network does that swallows packets:
	 * connections stay open, new ones are accepted, and nobody hears anything.
	 */
	public void hold() {
		this.gate.close();
	}

	/**
	 * Lets through again, with what was held back.
	 */
	public void release() {
		this.gate.open();
	}

	/**
	 * How the statement of the last cut was sent, null when nothing was cut.
	 */
	public @Nullable Form form() {
		return this.form;
	}

	/**
	 * Refuses further connections.
	 */
	@Override
	public void close() {
		try {
			this.listener.close();
			// Until then the system still accepts
			this.acceptor.join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void accept() throws IOException {
		while (true) {
			Socket driver = this.listener.accept();
			Socket server = new Socket(InetAddress.getLoopbackAddress(), this.serverPort);
			new Line(driver, server, this.product.protocol().get()).open();
		}
	}

	private static Thread start(String name, Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// One side has gone
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/**
	 * When to cut.
	 */
	public enum Moment {

		/**
		 * The statement never reaches the server.
		 */
		BEFORE,

		/**
		 * The server has executed it, its answer never reaches the driver.
		 */
		AFTER,

		/**
		 * The server has executed it, and the driver hears nothing any more: not even
		 * that the connection has ended.
		 */
		SILENTLY_AFTER

	}

	/**
	 * How a statement is sent.
	 */
	public enum Form {

		/**
		 * By its text.
		 */
		TEXT,

		/**
		 * By the name of a statement that was prepared earlier.
		 */
		PREPARED

	}

	private record Cut(Moment moment, String statement) {
	}

	@FunctionalInterface
	private interface Work {

		void run() throws IOException;

	}

	/**
	 * One connection.
	 */
	private final class Line {

		private final Socket driver;

		private final Socket server;

		private final WireProtocol protocol;

		private volatile @Nullable Moment cut;

		Line(Socket driver, Socket server, WireProtocol protocol) {
			this.driver = driver;
			this.server = server;
			this.protocol = protocol;
		}

		void open() throws IOException {
			this.driver.setTcpNoDelay(true);
			this.server.setTcpNoDelay(true);
			start("relay-driver", this::talk);
			start("relay-server", this::answer);
		}

		private void talk() throws IOException {
			DataInputStream in = new DataInputStream(this.driver.getInputStream());
			OutputStream out = this.server.getOutputStream();
			try {
				while (this.cut != Moment.BEFORE) {
					ByteArrayOutputStream message = new ByteArrayOutputStream();
					find(this.protocol.read(in, message));
					if (this.cut != Moment.BEFORE) {
						TcpRelay.this.gate.pass();
						message.writeTo(out);
					}
				}
			}
			finally {
				hangUp();
			}
		}

		private void find(WireProtocol.@Nullable Statement statement) {
			Cut wanted = TcpRelay.this.next.get();
			if (wanted != null && statement != null && statement.startsWith(wanted.statement())
					&& TcpRelay.this.next.compareAndSet(wanted, null)) {
				TcpRelay.this.form = statement.form();
				this.cut = wanted.moment();
			}
		}

		private void answer() throws IOException {
			InputStream in = this.server.getInputStream();
			ByteArrayOutputStream swallowed = new ByteArrayOutputStream();
			byte[] buffer = new byte[8192];
			try {
				for (int read = hear(in, buffer); read > 0; read = hear(in, buffer)) {
					if (this.cut == null) {
						this.driver.getOutputStream().write(buffer, 0, read);
						continue;
					}
					swallowed.write(buffer, 0, read);
					if (this.cut == Moment.AFTER && this.protocol.isAnswer(swallowed.toByteArray())) {
						return;
					}
				}
			}
			finally {
				hangUpUnlessSilent();
			}
		}

		private int hear(InputStream in, byte[] buffer) throws IOException {
			int read = in.read(buffer);
			TcpRelay.this.gate.pass();
			return read;
		}

		private void hangUpUnlessSilent() throws IOException {
			if (this.cut != Moment.SILENTLY_AFTER) {
				hangUp();
			}
		}

		private void hangUp() throws IOException {
			try (this.driver; this.server) {
				this.driver.setSoLinger(true, 0);
			}
		}

	}

}
