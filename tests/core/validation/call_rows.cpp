// What a Task or Map calls, reads and writes, and what Express executions can do.

#include "problem_rows.h"

void rows::addCallRows()
{
    const auto call = [](const char* resource, const char* parameters, const char* more = "") {
        return machine((QByteArray(R"({"Type": "Task", "Resource": ")") + resource + R"(", "Parameters": )" +
                        parameters + more + R"(, "End": true})")
                           .constData());
    };
    const auto expressChild = [](const char* child) {
        return machine(
            (QByteArray(
                 R"({"Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "B", "States": {)") +
             child + "}}}")
                .constData());
    };
    error("label with a blank", distributedMap(R"("Label": «"a b"», )"), "INVALID_LABEL_NAME");
    error("distributed without type", distributedMap("", R"("Mode": «"DISTRIBUTED"»)"));
    warning("batches of an inline Map", distributedMap(R"(«"Label"»: "x", )", R"("Mode": "INLINE")"),
            "ONLY_DISTRIBUTED");
    error(
        "unknown action",
        machine(
            R"({"Type": "Task", "End": true, "Parameters": {"TableName": "t"}, "Resource": «"arn:aws:states:::dynamodb:query"»})"),
        "SCHEMA_VALIDATION_FAILED", R"("arn:aws:states:::aws-sdk:dynamodb:query")");
    error("job pattern that is not offered",
          machine(R"({"Type": "Task", "End": true, "Resource": «"arn:aws:states:::sqs:sendMessage.sync"»})"));
    error(
        "empty alias",
        machine(R"({"Type": "Task", "End": true, "Resource": «"arn:aws:lambda:eu-west-1:000000000000:function:f:"»})"));
    warning("no ARN", machine(R"({"Type": "Task", "End": true, "Resource": «"send-mail"»})"), "RESOURCE_IS_NO_ARN");
    error("credentials without a role", task(R"(«"Credentials"»: {})"));
    error(
        "label twice",
        R"({"StartAt": "A", "States": {"A": {"Type": "Map", "Label": "x", "Next": "C", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}}, "C": {"Type": "Map", "Label": «"x"», "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "D", "States": {"D": {"Type": "Succeed"}}}}}})",
        "DUPLICATE_LABEL_NAME");
    error(
        "CSV without headers",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": «"CSV"»}, "Parameters": {"Bucket": "b", "Key": "k"}}, )"));
    error(
        "pointer into lines of JSON",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSONL", «"ItemsPointer"»: "/a"}, "Parameters": {"Bucket": "b", "Key": "k"}}, )"));
    error(
        "pointer into no type",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "ReaderConfig": {«"ItemsPointer"»: "/a"}, "Parameters": {"Bucket": "b"}}, )"),
        "SCHEMA_VALIDATION_FAILED", R"("InputType": "JSON", "ItemsPointer")");
    error(
        "pointer into an inventory",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"ManifestType": "S3_INVENTORY", «"ItemsPointer"»: "/a"}, "Parameters": {"Bucket": "b", "Key": "k"}}, )"));
    error("writer to nowhere", distributedMap(R"("ResultWriter": {"Resource": «"arn:aws:states:::s3:putObject"»}, )"));
    error(
        "writer to nowhere in JSONata",
        jsonata(
            R"({"Type": "Map", "End": true, "ResultWriter": {"Resource": «"arn:aws:states:::s3:putObject"», "WriterConfig": {"Transformation": "NONE", "OutputType": "JSON"}}, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}})"));
    error(
        "nothing writes there",
        distributedMap(
            R"("ResultWriter": {«"Parameters"»: {"Bucket": "b"}, "WriterConfig": {"Transformation": "NONE", "OutputType": "JSON"}}, )"));
    warning("transformation without a type",
            distributedMap(R"("ResultWriter": {"WriterConfig": {«"Transformation"»: "FLATTEN"}}, )"),
            "HALF_WRITER_CONFIG");
    warning("type without a transformation",
            distributedMap(R"("ResultWriter": {"WriterConfig": {«"OutputType"»: "JSONL"}}, )"), "HALF_WRITER_CONFIG",
            R"("Transformation": "COMPACT", "OutputType")");
    warning(
        "type of what is exported",
        distributedMap(
            R"("ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"}, "WriterConfig": {«"OutputType"»: "JSONL"}}, )"),
        "HALF_WRITER_CONFIG", R"("Transformation": "NONE", "OutputType")");
    warning(
        "column twice",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a", "b", «"a"»]}, "Parameters": {"Bucket": "b", "Key": "k"}}, )"),
        "READER_FAILS");
    warning(
        "no type of what is read",
        distributedMap(
            R"("ItemReader": {"Resource": «"arn:aws:states:::s3:getObject"», "Parameters": {"Bucket": "b", "Key": "k"}}, )"),
        "READER_FAILS");
    warning(
        "no key to read",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"}, «"Parameters"»: {"Bucket.$": "$.b"}}, )"),
        "READER_FAILS");
    warning(
        "no bucket to list",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", «"Parameters"»: {"Prefix": "p"}}, )"),
        "READER_FAILS");
    error(
        "Express: job",
        machine(
            R"({"Type": "Task", "Resource": «"arn:aws:states:::ecs:runTask.sync"», "Parameters": {"TaskDefinition": "t"}, "End": true})"),
        "SCHEMA_VALIDATION_FAILED", R"("arn:aws:states:::ecs:runTask")");
    error(
        "Express: activity",
        machine(
            R"({"Type": "Task", "Resource": «"arn:aws:states:us-east-1:000000000000:activity:a"», "TimeoutSeconds": 5, "End": true})"));
    error("Express: distributed Map", distributedMap("", R"("Mode": «"DISTRIBUTED"», "ExecutionType": "STANDARD")"));
    error(
        "Express: callback",
        machine(
            R"({"Type": "Task", "Resource": «"arn:aws:states:::sqs:sendMessage.waitForTaskToken"», "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "End": true})"));
    hint("heartbeat of a function", task(R"(«"HeartbeatSeconds"»: 5)"), "HEARTBEAT_WITHOUT_CALLBACK");
    hint("endless activity",
         machine(R"({"Type": "Task", "Resource": «"arn:aws:states:us-east-1:000000000000:activity:a"», "End": true})"),
         "CALLBACK_WITHOUT_TIMEOUT");
    hint("no retrier",
         call("arn:aws:states:::lambda:invoke", R"({"FunctionName": "f"})")
             .replace("\"arn:aws:states:::lambda:invoke\"", "«\"arn:aws:states:::lambda:invoke\"»"),
         "LAMBDA_WITHOUT_RETRY");
    warning(
        "child that waits for a job",
        expressChild(
            R"("B": {"Type": "Task", "Resource": «"arn:aws:states:::ecs:runTask.sync"», "Parameters": {"TaskDefinition": "t"}, "End": true})"),
        "EXPRESS_CHILD");
    warning(
        "child that waits for a token",
        expressChild(
            R"("B": {"Type": "Task", "TimeoutSeconds": 5, "Resource": «"arn:aws:states:::sqs:sendMessage.waitForTaskToken"», "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "End": true})"),
        "EXPRESS_CHILD");
    warning(
        "child that asks workers",
        expressChild(
            R"("B": {"Type": "Task", "TimeoutSeconds": 5, "Resource": «"arn:aws:states:us-east-1:000000000000:activity:a"», "End": true})"),
        "EXPRESS_CHILD");
    warning(
        "child with children",
        expressChild(
            R"(«"B"»: {"Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "C", "States": {"C": {"Type": "Succeed"}}}})"),
        "EXPRESS_CHILD");
    warning(
        "branch of a child that waits",
        expressChild(
            R"("B": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "C", "States": {"C": {"Type": "Task", "Resource": «"arn:aws:states:::ecs:runTask.sync"», "Parameters": {"TaskDefinition": "t"}, "End": true}}}]})"),
        "EXPRESS_CHILD");
    warning(
        "misspelt service",
        call("arn:aws:states:::aws-sdk:dynamodbb:scan", R"({"TableName": "t"})")
            .replace("\"arn:aws:states:::aws-sdk:dynamodbb:scan\"", "«\"arn:aws:states:::aws-sdk:dynamodbb:scan\"»"),
        "UNKNOWN_SDK_CALL", R"("arn:aws:states:::aws-sdk:dynamodb:scan")");
    warning("capital action",
            call("arn:aws:states:::aws-sdk:dynamodb:Scan", R"({"TableName": "t"})")
                .replace("\"arn:aws:states:::aws-sdk:dynamodb:Scan\"", "«\"arn:aws:states:::aws-sdk:dynamodb:Scan\"»"),
            "UNKNOWN_SDK_CALL", R"("arn:aws:states:::aws-sdk:dynamodb:scan")");
    warning("misspelt parameter", call("arn:aws:states:::lambda:invoke", R"({«"FunctonName.$"»: "$.f"})"),
            "MISSPELLED_PARAMETER", R"("FunctionName.$")");
    hint("unknown parameter", call("arn:aws:states:::lambda:invoke", R"({"FunctionName": "f", «"Zzzzzzz"»: 1})"),
         "UNKNOWN_PARAMETER");
    warning("missing parameter",
            call("arn:aws:states:::lambda:invoke", "{}").replace("\"Parameters\"", "«\"Parameters\"»"),
            "MISSING_PARAMETER");
    warning("value of another kind", call("arn:aws:states:::lambda:invoke", R"({"FunctionName": «7»})"),
            "WRONG_PARAMETER_VALUE");
    warning("more places than values", pass(R"x("Parameters": {"t.$": «"States.Format('{} of {}', $.n)"»})x"),
            "FORMAT_VALUES");
    warning("token for nobody",
            call("arn:aws:states:::sqs:sendMessage.waitForTaskToken", R"({"QueueUrl": "q", "MessageBody": "m"})")
                .replace("\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"",
                         "«\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"»"),
            "TOKEN_NOT_PASSED");
    warning("token of no callback",
            call("arn:aws:states:::lambda:invoke", R"({"FunctionName": "f", "Payload": {"t.$": «"$$.Task.Token"»}})"),
            "CONTEXT_NOT_THERE");
    warning("item outside a Map", pass(R"("Parameters": {"i.$": «"$$.Map.Item.Index"»})"), "CONTEXT_NOT_THERE");
    warning("token outside a Task",
            jsonata(R"({"Type": "Pass", "Output": «"{% $states.context.Task.Token %}"», "End": true})"),
            "CONTEXT_NOT_THERE");
}
