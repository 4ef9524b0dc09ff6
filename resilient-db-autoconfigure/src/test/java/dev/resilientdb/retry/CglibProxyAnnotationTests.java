package dev.resilientdb.retry;

class CglibProxyAnnotationTests extends AnnotationResolutionContract {

	@Override
	String proxyTargetClass() {
		return "true";
	}

}
