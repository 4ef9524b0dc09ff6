package dev.resilientdb.test;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotFoundException;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/**
 * Which images Docker has here or gets from a registry. Nobody is asked twice in vain: an
 * image is asked for once, and a registry that does not answer never again.
 */
final class Docker {

	private static final int ANSWER_SECONDS = 20;

	private static final int DOWNLOAD_SECONDS = 600;

	private static final Docker LOCAL = new Docker();

	private final Map<String, String> refusals = new HashMap<>();

	private final String obstacle = findObstacle();

	private Exception silence;

	private Docker() {
	}

	/**
	 * Skips the test when the image cannot be had.
	 */
	static synchronized void require(String image) {
		String obstacle = LOCAL.obstacle(image);
		if (obstacle != null) {
			throw new TestAbortedException(obstacle);
		}
	}

	/**
	 * Skips the test because of a container that does not start, now and from now on.
	 */
	static synchronized TestAbortedException refuse(String image, Exception reason) {
		LOCAL.refusals.put(image, "Container of %s does not start: %s".formatted(image, reason.getMessage()));
		return new TestAbortedException(LOCAL.refusals.get(image), reason);
	}

	private String obstacle(String image) {
		if (this.obstacle != null) {
			return this.obstacle;
		}
		if (!this.refusals.containsKey(image) && !has(image)) {
			this.refusals.computeIfAbsent(image, this::pull);
		}
		return this.refusals.get(image);
	}

	// Testcontainers would pull an image to find out where containers answer
	private static String findObstacle() {
		if (Files.exists(Path.of("/.dockerenv")) && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null) {
			return "Inside a container TESTCONTAINERS_HOST_OVERRIDE must say where Docker's containers answer";
		}
		return DockerClientFactory.instance().isDockerAvailable() ? null : "No Docker answers";
	}

	private static boolean has(String image) {
		try {
			client().inspectImageCmd(image).exec();
			return true;
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

	private String pull(String image) {
		try {
			download(DockerImageName.parse(image));
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return refusal(image, ex);
		}
		catch (NotFoundException | DockerClientException ex) {
			return refusal(image, ex);
		}
		catch (Exception ex) {
			this.silence = ex;
			return refusal(image, ex);
		}
	}

	private static String refusal(String image, Exception reason) {
		return "Image %s cannot be had: %s".formatted(image, reason.getMessage());
	}

	private void download(DockerImageName image) throws Exception {
		if (this.silence != null) {
			throw this.silence;
		}
		Download download = client().pullImageCmd(image.getUnversionedPart())
			.withTag(image.getVersionPart())
			.exec(new Download());
		if (!download.answer.await(ANSWER_SECONDS, TimeUnit.SECONDS)) {
			throw new TimeoutException("no registry answers within %d s".formatted(ANSWER_SECONDS));
		}
		if (!download.awaitCompletion(DOWNLOAD_SECONDS, TimeUnit.SECONDS)) {
			throw new TimeoutException("not complete after %d s".formatted(DOWNLOAD_SECONDS));
		}
	}

	private static DockerClient client() {
		return DockerClientFactory.lazyClient();
	}

	/**
	 * Tells when the first answer has come, good or bad.
	 */
	private static final class Download extends PullImageResultCallback {

		private final CountDownLatch answer = new CountDownLatch(1);

		@Override
		public void onStart(Closeable stream) {
			super.onStart(stream);
			this.answer.countDown();
		}

		@Override
		public void onError(Throwable ex) {
			super.onError(ex);
			this.answer.countDown();
		}

	}

}
