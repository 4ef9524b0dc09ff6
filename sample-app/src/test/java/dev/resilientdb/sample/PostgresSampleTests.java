package dev.resilientdb.sample;

class PostgresSampleTests extends SampleContract {

}
