#include "core/language/language.h"

#include <QFile>
#include <QtTest>

using namespace asl;

class LanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void fieldsByStateTypeAndLanguage_data();
    void fieldsByStateTypeAndLanguage();
    void iconsExist();
    void operatorsOfEachFamily();
    void resources_data();
    void resources();
    void services_data();
    void services();
    void slipsOfTheFingers_data();
    void slipsOfTheFingers();
    void startersAreInTheOrderOfTheTable();
};

namespace {

/// The fields of the two matrices of the language reference; "*": required, "a|b": one group.
QString listed(StateType type, QueryLanguage language)
{
    QStringList names;
    for (const Field& field : info(type).fields)
        if (existsIn(field.languages, language))
            names.append(QString::fromUtf8(field.name.data(), qsizetype(field.name.size())) + (field.required ? "*" : ""));
    names.sort();
    return names.join(' ');
}

QString sorted(const QString& names)
{
    QStringList list = names.split(' ', Qt::SkipEmptyParts);
    list.sort();
    return list.join(' ');
}

} // namespace

void LanguageTest::fieldsByStateTypeAndLanguage_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("jsonPath");
    QTest::addColumn<QString>("jsonata");
    const QString common = "Type* Comment QueryLanguage ";
    const QString work = common + "Assign Retry Catch Next End ";
    QTest::newRow("Task") << int(StateType::Task)
                          << work + "InputPath OutputPath Parameters ResultSelector ResultPath Resource* TimeoutSeconds TimeoutSecondsPath HeartbeatSeconds HeartbeatSecondsPath Credentials"
                          << work + "Arguments Output Resource* TimeoutSeconds HeartbeatSeconds Credentials";
    QTest::newRow("Parallel") << int(StateType::Parallel)
                              << work + "InputPath OutputPath Parameters ResultSelector ResultPath Branches*"
                              << work + "Arguments Output Branches*";
    const QString map = "ItemProcessor Iterator ItemSelector MaxConcurrency ItemReader ItemBatcher ResultWriter ToleratedFailurePercentage ToleratedFailureCount Label ";
    QTest::newRow("Map") << int(StateType::Map)
                         << work + map + "InputPath OutputPath Parameters ResultSelector ResultPath ItemsPath MaxConcurrencyPath ToleratedFailurePercentagePath ToleratedFailureCountPath"
                         << work + map + "Output Items";
    QTest::newRow("Pass") << int(StateType::Pass) << common + "InputPath OutputPath Parameters ResultPath Result Assign Next End" << common + "Output Assign Next End";
    QTest::newRow("Wait") << int(StateType::Wait) << common + "InputPath OutputPath Assign Next End Seconds SecondsPath Timestamp TimestampPath"
                          << common + "Output Assign Next End Seconds Timestamp";
    QTest::newRow("Choice") << int(StateType::Choice) << common + "InputPath OutputPath Assign Choices* Default" << common + "Output Assign Choices* Default";
    QTest::newRow("Succeed") << int(StateType::Succeed) << common + "InputPath OutputPath" << common + "Output";
    QTest::newRow("Fail") << int(StateType::Fail) << common + "Error ErrorPath Cause CausePath" << common + "Error Cause";
}

void LanguageTest::fieldsByStateTypeAndLanguage()
{
    QFETCH(int, type);
    QFETCH(QString, jsonPath);
    QFETCH(QString, jsonata);
    QCOMPARE(listed(static_cast<StateType>(type), QueryLanguage::JSONPath), sorted(jsonPath));
    QCOMPARE(listed(static_cast<StateType>(type), QueryLanguage::JSONata), sorted(jsonata));
}

void LanguageTest::iconsExist()
{
    const auto exists = [](std::string_view icon) {
        return QFile::exists(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/resources/icons/%1.svg").arg(QString::fromUtf8(icon.data(), qsizetype(icon.size()))));
    };
    for (const StateTypeInfo& row : stateTypes())
        QVERIFY2(exists(row.icon), row.icon.data());
    for (const ServiceInfo& row : asl::services())
        QVERIFY2(exists(row.icon), row.icon.data());
    QVERIFY(exists(serviceInfo("nobody").icon));
}

void LanguageTest::operatorsOfEachFamily()
{
    QMap<ComparisonOperator::Operand, int> count;
    for (const ComparisonOperator& row : comparisonOperators()) {
        ++count[row.operand];
        QVERIFY(findField(info(ObjectType::ChoiceRule).fields, row.name));
        QVERIFY(findField(info(ObjectType::NestedRule).fields, row.name));
    }
    QCOMPARE(comparisonOperators().size(), std::size_t(39));
    using Operand = ComparisonOperator::Operand;
    const QMap<Operand, int> expected = {{Operand::Text, 5}, {Operand::Pattern, 1}, {Operand::Number, 5}, {Operand::Boolean, 1},
                                         {Operand::Timestamp, 5}, {Operand::TrueOrFalse, 6}, {Operand::Path, 16}};
    QCOMPARE(count, expected);
    QVERIFY(!comparisonOperator("And"));
    QVERIFY(!findField(info(ObjectType::NestedRule).fields, "Next"));
}

void LanguageTest::resources_data()
{
    QTest::addColumn<QString>("arn");
    QTest::addColumn<QString>("read"); // kind service action suffix pattern
    QTest::newRow("function") << "arn:aws:lambda:eu-west-1:111111111111:function:f:live" << "Lambda|lambda|f:live||0";
    QTest::newRow("activity") << "arn:aws:states:eu-west-1:111111111111:activity:a" << "Activity|states|a||0";
    QTest::newRow("optimised") << "arn:aws:states:::lambda:invoke" << "Integration|lambda|invoke||0";
    QTest::newRow("run a job") << "arn:aws-cn:states:::states:startExecution.sync:2" << "Integration|states|startExecution|sync:2|1";
    QTest::newRow("callback") << "arn:aws:states:::sqs:sendMessage.waitForTaskToken" << "Integration|sqs|sendMessage|waitForTaskToken|2";
    QTest::newRow("SDK") << "arn:aws:states:::aws-sdk:dynamodb:query" << "Integration|aws-sdk:dynamodb|query||0";
    QTest::newRow("token in the partition") << "arn:${AWS::Partition}:states:::sns:publish" << "Integration|sns|publish||0";
    QTest::newRow("token in the account") << "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:f" << "Lambda|lambda|f||0";
    QTest::newRow("token alone") << "${FunctionArn}" << "Unknown||||0";
    QTest::newRow("another service") << "arn:aws:s3:::bucket" << "Unknown||||0";
    QTest::newRow("no action") << "arn:aws:states:::lambda" << "Unknown||||0";
    QTest::newRow("SDK, no action") << "arn:aws:states:::aws-sdk:lambda" << "Unknown||||0";
    QTest::newRow("empty") << "" << "Unknown||||0";
}

void LanguageTest::resources()
{
    QFETCH(QString, arn);
    const std::string text = arn.toStdString();
    const ResourceInfo resource = resourceInfo(text);
    constexpr const char* kinds[] = {"Lambda", "Activity", "Integration", "Unknown"};
    const auto string = [](std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); };
    const QString read = QStringList{kinds[int(resource.kind)], string(resource.service), string(resource.action),
                                     string(resource.suffix), QString::number(int(resource.pattern))}.join('|');
    QTEST(read, "read");
}

void LanguageTest::services_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("family");
    QTest::newRow("optimised") << "sqs" << "SQS" << "messaging";
    QTest::newRow("SDK") << "aws-sdk:secretsmanager" << "Secrets Manager" << "security";
    QTest::newRow("two words for one service") << "states" << "Step Functions" << "workflow";
    QTest::newRow("first") << "accessanalyzer" << "IAM Access Analyzer" << "security";
    QTest::newRow("last") << "xray" << "X-Ray" << "generic";
    QTest::newRow("unknown") << "aws-sdk:newthing" << "AWS service" << "generic";
    QTest::newRow("empty") << "" << "AWS service" << "generic";
}

void LanguageTest::services()
{
    QFETCH(QString, service);
    const std::string word = service.toStdString();
    const ServiceInfo& row = serviceInfo(word);
    QTEST(QString::fromUtf8(row.name.data(), qsizetype(row.name.size())), "name");
    QTEST(QString::fromUtf8(row.family.data(), qsizetype(row.family.size())), "family");
}

void LanguageTest::slipsOfTheFingers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("meant");
    QTest::newRow("letter left out") << "Secnds" << "Seconds";
    QTest::newRow("letters swapped") << "Tpye" << "Type";
    QTest::newRow("case") << "comment" << "Comment";
    QTest::newRow("plural") << "TimestampsPath" << "TimestampPath";
    QTest::newRow("something else") << "Colour" << "";
    QTest::newRow("empty") << "" << "";
    QTest::newRow("very long") << QString(5000, u'x') << "";
}

void LanguageTest::slipsOfTheFingers()
{
    QFETCH(QString, name);
    std::vector<std::string_view> names;
    for (const Field& field : info(StateType::Wait).fields)
        names.push_back(field.name);
    const std::string written = name.toStdString();
    const std::string_view meant = nearest(written, names);
    QTEST(QString::fromUtf8(meant.data(), qsizetype(meant.size())), "meant");
}

void LanguageTest::startersAreInTheOrderOfTheTable()
{
    QCOMPARE(fieldOrder(info(StateType::Task).fields, "Type"), std::size_t(0));
    QVERIFY(fieldOrder(info(StateType::Task).fields, "Retry") < fieldOrder(info(StateType::Task).fields, "Catch"));
    QVERIFY(fieldOrder(info(StateType::Task).fields, "Catch") < fieldOrder(info(StateType::Task).fields, "Next"));
    QCOMPARE(fieldOrder(info(StateType::Fail).fields, "Next"), info(StateType::Fail).fields.size());
}

QTEST_APPLESS_MAIN(LanguageTest)
#include "language_test.moc"
