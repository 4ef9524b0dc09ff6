package dev.resilientdb.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import org.awaitility.Awaitility;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.JdbcDatabaseContainer;

import org.springframework.test.util.TestSocketUtils;

/**
 * A server in a container of Docker.
 */
public final class ContainerServer extends ProductServer {

	private static final Map<ContainerImage, ContainerServer> SHARED = new ConcurrentHashMap<>();

	private static final int SECONDS = 60;

	private final int port = TestSocketUtils.findAvailableTcpPort();

	private final JdbcDatabaseContainer<?> container;

	private ContainerServer(ContainerImage image, Map<String, String> settings) {
		super(image.product());
		this.container = image.container()
			.withUsername(image.product().administration().user())
			.withPassword(image.product().administration().user())
			.withStartupTimeoutSeconds(SECONDS)
			.withCommand(options(image.product(), settings));
		this.container.setPortBindings(List.of(this.port + ":" + image.product().port()));
		this.container.start();
	}

	/**
	 * The server that all tests of this version share, started when it is first asked
	 * for.
	 */
	public static ContainerServer shared(ContainerImage image) {
		return SHARED.computeIfAbsent(image, (key) -> start(key, Map.of()));
	}

	/**
	 * Starts a server with the given settings for one test alone.
	 */
	public static ContainerServer start(ContainerImage image, Map<String, String> settings) {
		Docker.require(image.name());
		try {
			return new ContainerServer(image, settings);
		}
		catch (ContainerLaunchException | ContainerFetchException | DockerException ex) {
			throw Docker.refuse(image.name(), ex);
		}
	}

	private static String[] options(ServerProduct product, Map<String, String> settings) {
		Stream<String> own = settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue());
		return Stream.concat(product.options().stream(), own).toArray(String[]::new);
	}

	@Override
	String host() {
		return this.container.getHost();
	}

	@Override
	int port() {
		return this.port;
	}

	@Override
	public void stop() {
		this.container.getDockerClient().stopContainerCmd(this.container.getContainerId()).withTimeout(SECONDS).exec();
	}

	@Override
	public void kill() {
		this.container.getDockerClient().killContainerCmd(this.container.getContainerId()).exec();
		this.container.getDockerClient()
			.waitContainerCmd(this.container.getContainerId())
			.exec(new WaitContainerResultCallback())
			.awaitStatusCode(SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public void suspend() {
		this.container.getDockerClient().pauseContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void resume() {
		this.container.getDockerClient().unpauseContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void restart() {
		this.container.getDockerClient().startContainerCmd(this.container.getContainerId()).exec();
		Awaitility.await()
			.atMost(Duration.ofSeconds(SECONDS))
			.ignoreExceptions()
			.untilAsserted(() -> admin().execute("select 1"));
	}

	@Override
	public void close() {
		this.container.stop();
	}

}
