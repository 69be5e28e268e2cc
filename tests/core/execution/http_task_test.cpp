// HTTP Tasks: what the service refuses before it calls anything.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/test_state.h"

#include <QTest>

using namespace asl;

namespace {

/// Parameters with `more`, in one of the two query languages.
std::string stateOf(const std::string& more, bool jsonata)
{
    return std::string(R"({"Type": "Task", "Resource": "arn:aws:states:::http:invoke", )") +
           (jsonata ? R"("QueryLanguage": "JSONata", "Arguments")" : R"("Parameters")") + R"(: {"Method": "GET", )" + more +
           R"(, "InvocationConfig": {"ConnectionArn": "arn:aws:events:us-east-1:111111111111:connection/c/1"}}, "End": true})";
}

const std::string endpoint = R"("ApiEndpoint": "https://api.example.com/things")";

} // namespace

class HttpTaskTest : public QObject
{
    Q_OBJECT

private slots:
    void headers_data();
    void headers();
    void refusedBeforeTheCall_data();
    void refusedBeforeTheCall();
};

void HttpTaskTest::headers_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<bool>("allowed");
    for (const char* name :
         {"A-IM", "Accept-Charset", "Accept-Datetime", "Accept-Encoding", "Authorization", "Cache-Control", "Connection",
          "Content-Encoding", "Content-MD5", "Date", "Expect", "Forwarded", "From", "Host", "HTTP2-Settings", "If-Match",
          "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Max-Forwards", "Origin", "Pragma",
          "Proxy-Authorization", "Referer", "Server", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Via", "Warning",
          "x-forwarded-for", "X-Forwarded-Proto", "x-amz-date", "X-Amzn-Trace-Id", "AUTHORIZATION", "host"})
        QTest::newRow(name) << name << false;
    for (const char* name : {"Accept", "Content-Type", "content-type", "Accept-Language", "X-Api-Key", "Cookie", "x-amazing",
                             "My-Host", "Hosts", "Idempotency-Key"})
        QTest::newRow(name) << name << true;
}

void HttpTaskTest::headers()
{
    QFETCH(QString, header);
    QFETCH(bool, allowed);
    const std::string headers = endpoint + R"(, "Headers": {"Accept": "text/plain", ")" + header.toStdString() + R"(": "v"})";
    for (const bool jsonata : {false, true}) {
        const std::string state = stateOf(headers, jsonata);
        const std::string problem = "[The header '" + header.toStdString() + "' is not allowed]";
        const Timeline timeline = fixture::Run::of(R"({"StartAt": "H", "States": {"H": )" + state + "}}", "{}",
                                                   R"([{"state": "H", "return": {"StatusCode": 200}}])")
                                      .finished();
        const RunView& view = *timeline.view();
        QCOMPARE(view.status == RunStatus::Succeeded, allowed);
        TestStateRequest request;
        request.definition = state;
        request.mock = TestStateRequest::Mock{R"({"StatusCode": 200})", {}, FieldCheck::Strict};
        const TestStateOutcome tested = testState(request, {});
        const auto* answer = std::get_if<Data>(&tested);
        QVERIFY(answer);
        QCOMPARE(answer->find("status")->text() == "SUCCEEDED", allowed);
        if (allowed)
            continue;
        QCOMPARE(view.events->size(), std::size_t(3)); // it is entered, but nothing is scheduled
        QCOMPARE(view.failure->error, std::optional<std::string>("States.Runtime"));
        QVERIFY(view.failure->cause->starts_with("An error occurred while executing the state 'H' (entered at the event id #2). The Parameters '{"));
        QVERIFY(view.failure->cause->ends_with("}' could not be used to start the Task: " + problem));
        QCOMPARE(answer->find("error")->text(), std::string_view("States.Runtime"));
        QVERIFY(answer->find("cause")->text().starts_with("The Parameters '{"));
        QVERIFY(answer->find("cause")->text().ends_with(problem));
    }
}

void HttpTaskTest::refusedBeforeTheCall_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::addColumn<QString>("problem"); ///< empty: none
    QTest::newRow("https") << R"("ApiEndpoint": "https://a.example")" << "";
    QTest::newRow("http") << R"("ApiEndpoint": "http://a.example")" << "The value of the field 'ApiEndpoint' must be an https URL";
    QTest::newRow("computed http") << R"("ApiEndpoint.$": "$.url")" << "The value of the field 'ApiEndpoint' must be an https URL";
    QTest::newRow("computed headers") << R"("ApiEndpoint": "https://a.example", "Headers.$": "$.headers")" << "The header 'Host' is not allowed";
    QTest::newRow("no headers at all") << R"("ApiEndpoint": "https://a.example", "Headers": {})" << "";
}

void HttpTaskTest::refusedBeforeTheCall()
{
    QFETCH(QString, parameters);
    QFETCH(QString, problem);
    // A Catcher does not take it.
    std::string state = stateOf(parameters.toStdString(), false);
    state.replace(state.rfind(R"("End": true)"), 11, R"("Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}], "End": true)");
    const Timeline timeline =
        fixture::Run::of(R"({"StartAt": "H", "States": {"H": )" + state + R"(, "C": {"Type": "Succeed"}}})",
                         R"({"url": "http://b.example", "headers": {"Host": "b"}})", R"([{"state": "H", "return": {"StatusCode": 200}}])")
            .finished();
    const RunView& view = *timeline.view();
    if (problem.isEmpty()) {
        QCOMPARE(view.status, RunStatus::Succeeded);
        return;
    }
    QCOMPARE(view.status, RunStatus::Failed);
    QCOMPARE(view.failure->error, std::optional<std::string>("States.Runtime"));
    QVERIFY(view.failure->cause->ends_with("could not be used to start the Task: [" + problem.toStdString() + "]"));
}

QTEST_APPLESS_MAIN(HttpTaskTest)
#include "http_task_test.moc"
