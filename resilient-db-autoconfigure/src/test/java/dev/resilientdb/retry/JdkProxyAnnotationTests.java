package dev.resilientdb.retry;

class JdkProxyAnnotationTests extends AnnotationResolutionContract {

	@Override
	String proxyTargetClass() {
		return "false";
	}

}
