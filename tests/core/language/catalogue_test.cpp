#include "core/language/catalogue.h"
#include "core/language/catalogue_files.h"
#include "core/language/catalogue_reader.h"

#include <QFile>
#include <QtTest>

#include <set>

using namespace asl;

class CatalogueTest : public QObject
{
    Q_OBJECT

private slots:
    void filesAreReadWithoutAComplaint();
    void rowsAreSound();
    void patterns_data();
    void patterns();
    void unknownActions();
    void answersFollowThePattern();
    void limitsAreRead();
    void sdkServices();
    void servicesHaveNames();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
};

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

QString nameOf(const Integration& row)
{
    return text(row.service) + QLatin1Char(':') + text(row.action);
}

void checkShape(const ValueShape& shape, const QString& where)
{
    QVERIFY2(shape.minimum <= shape.maximum, qPrintable(where));
    QVERIFY2((shape.kind == ValueShape::Kind::Enum) == !shape.values.empty(), qPrintable(where));
    std::set<std::string_view> names;
    for (const MemberShape& member : shape.members) {
        QVERIFY2(member.shape && !member.name.empty() && names.insert(member.name).second,
                 qPrintable(where + text(member.name)));
        QVERIFY2(member.name.find_first_of("*@ ") == std::string_view::npos, qPrintable(where + text(member.name)));
        checkShape(*member.shape, where + QLatin1Char('/') + text(member.name));
    }
    if (shape.element)
        checkShape(*shape.element, where + QStringLiteral("[]"));
}

const MemberShape* memberNamed(std::span<const MemberShape> members, std::string_view name)
{
    for (const MemberShape& member : members)
        if (member.name == name)
            return &member;
    return nullptr;
}

std::vector<const Integration*> allRows()
{
    std::vector<const Integration*> rows;
    for (const auto* list : {&catalogue().integrations, &catalogue().sdkActions})
        for (const Integration& row : *list)
            rows.push_back(&row);
    return rows;
}

} // namespace

void CatalogueTest::filesAreReadWithoutAComplaint()
{
    Catalogue whole;
    for (const CatalogueFile& file : catalogueFiles()) {
        const Result<void> read = readCatalogueFile(file.text, whole);
        QVERIFY2(read, read ? ""
                            : qPrintable(text(file.name) + QStringLiteral(": ") +
                                         QString::fromStdString(english(read.error().message))));
        QFile source(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/resources/integrations/") + text(file.name));
        QVERIFY2(source.open(QIODevice::ReadOnly), qPrintable(source.fileName()));
        QCOMPARE(QByteArray(file.text.data(), qsizetype(file.text.size())), source.readAll());
    }
    QVERIFY(sortCatalogue(whole));
    QVERIFY(whole.integrations.size() >= 64);
}

void CatalogueTest::rowsAreSound()
{
    for (const Integration* row : allRows()) {
        const QString name = nameOf(*row);
        QVERIFY2(serviceInfo(row->service).service != std::string_view(), qPrintable(name));
        ValueShape parameters;
        parameters.kind = ValueShape::Kind::Structure;
        parameters.members = row->parameters;
        checkShape(parameters, name);
        for (const auto& group : row->exactlyOneOf) {
            QVERIFY2(group.size() > 1, qPrintable(name));
            for (const std::string_view parameter : group)
                QVERIFY2(memberNamed(row->parameters, parameter) && !memberNamed(row->parameters, parameter)->required,
                         qPrintable(name + text(parameter)));
        }
        for (const IntegrationAnswer* answer : {&row->answer, &row->job, &row->job2})
            if (answer->shape)
                checkShape(*answer->shape, name);
        QVERIFY2(!row->answer.permissions.empty() && !row->errors.empty(), qPrintable(name));
        QCOMPARE(row->sync, !row->job.permissions.empty() && !row->job.sample.isUndefined());
        QCOMPARE(row->sync2, !row->job2.permissions.empty());
        for (const auto permissions : {row->answer.permissions, row->job.permissions, row->job2.permissions})
            for (const std::string_view permission : permissions)
                QVERIFY2(permission.find(':') != std::string_view::npos, qPrintable(name));
        if (!row->service.starts_with("aws-sdk:"))
            QVERIFY2(!row->answer.sample.isUndefined(), qPrintable(name));
        else
            QVERIFY2(sdkService(row->service.substr(8)), qPrintable(name));
    }
}

void CatalogueTest::patterns_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("offered"); ///< beside Request Response
    QTest::newRow("Lambda") << "lambda:invoke"
                            << "waitForTaskToken";
    QTest::newRow("Step Functions") << "states:startExecution"
                                    << "sync sync:2 waitForTaskToken";
    QTest::newRow("DynamoDB") << "dynamodb:getItem"
                              << "";
    QTest::newRow("ECS") << "ecs:runTask"
                         << "sync waitForTaskToken";
    QTest::newRow("Batch") << "batch:submitJob"
                           << "sync";
    QTest::newRow("Athena, to read") << "athena:getQueryResults"
                                     << "";
    QTest::newRow("EMR") << "elasticmapreduce:addStep"
                         << "sync";
    QTest::newRow("EKS call") << "eks:call"
                              << "";
    QTest::newRow("HTTP") << "http:invoke"
                          << "";
    QTest::newRow("SDK") << "aws-sdk:s3:getObject"
                         << "waitForTaskToken";
}

void CatalogueTest::patterns()
{
    QFETCH(QString, call);
    QFETCH(QString, offered);
    const std::string service = call.section(QLatin1Char(':'), 0, -2).toStdString();
    const std::string action = call.section(QLatin1Char(':'), -1).toStdString();
    const Integration* row = integration(service, action);
    QVERIFY(row);
    QVERIFY(offers(*row, ""));
    QVERIFY(!offers(*row, "sync:3"));
    QStringList found;
    for (const char* suffix : {"sync", "sync:2", "waitForTaskToken"})
        if (offers(*row, suffix))
            found << QLatin1String(suffix);
    QCOMPARE(found.join(QLatin1Char(' ')), offered);
}

void CatalogueTest::unknownActions()
{
    for (const auto& [service, action] :
         {std::pair("lambda", "Invoke"), std::pair("lambda", ""), std::pair("", "invoke"), std::pair("zzz", "invoke"),
          std::pair("aws-sdk:zzz", "invoke"), std::pair("dynamodb", "query")})
        QVERIFY2(!integration(service, action), action);
    QVERIFY(!answerOf(resourceInfo("arn:aws:lambda:us-east-1:111111111111:function:f")));
    QVERIFY(!answerOf(resourceInfo("arn:aws:states:::batch:submitJob.sync:2")));
}

void CatalogueTest::answersFollowThePattern()
{
    const auto member = [](std::string_view arn, std::string_view name) {
        const IntegrationAnswer* answer = answerOf(resourceInfo(arn));
        return answer && answer->shape ? memberNamed(answer->shape->members, name) : nullptr;
    };
    QVERIFY(member("arn:aws:states:::states:startExecution", "StartDate")->required);
    QCOMPARE(member("arn:aws:states:::states:startExecution.sync", "Output")->shape->kind, ValueShape::Kind::Text);
    QCOMPARE(member("arn:aws:states:::states:startExecution.sync:2", "Output")->shape->kind, ValueShape::Kind::Any);
    QVERIFY(!answerOf(resourceInfo("arn:aws:states:::states:startExecution.waitForTaskToken")));
    QVERIFY(member("arn:aws:states:::aws-sdk:kms:encrypt", "CiphertextBlob"));
}

void CatalogueTest::limitsAreRead()
{
    const Integration* row = integration("batch", "submitJob");
    const ValueShape& size =
        *memberNamed(memberNamed(row->parameters, "ArrayProperties")->shape->members, "Size")->shape;
    QCOMPARE(size.kind, ValueShape::Kind::Number);
    QCOMPARE(size.minimum, 2.);
    QCOMPARE(size.maximum, 10000.);
    const ValueShape& job = *memberNamed(row->parameters, "DependsOn")->shape;
    QCOMPARE(job.kind, ValueShape::Kind::List);
    QCOMPARE(job.maximum, 20.);
    QCOMPARE(job.element->members.size(), std::size_t(2));
    const ValueShape& tags = *memberNamed(row->parameters, "Tags")->shape;
    QCOMPARE(tags.kind, ValueShape::Kind::Map);
    QCOMPARE(tags.element->kind, ValueShape::Kind::Text);
}

void CatalogueTest::sdkServices()
{
    QCOMPARE(asl::sdkServices().size(), std::size_t(389));
    QCOMPARE(text(sdkService("dynamodb")->exceptions), QStringLiteral("DynamoDb"));
    QCOMPARE(text(sdkService("cloudwatchlogs")->excluded[0]), QStringLiteral("startLiveTail"));
    QVERIFY(!sdkService("states"));
    QVERIFY(!sdkService("aws-sdk:s3"));
}

void CatalogueTest::servicesHaveNames()
{
    const QSet<QString> families = {
        QStringLiteral("compute"),  QStringLiteral("messaging"), QStringLiteral("database"),  QStringLiteral("storage"),
        QStringLiteral("workflow"), QStringLiteral("ml"),        QStringLiteral("analytics"), QStringLiteral("network"),
        QStringLiteral("security"), QStringLiteral("generic")};
    QSet<QString> names;
    for (const ServiceInfo& row : services()) {
        QVERIFY2(!row.name.empty() && row.icon.starts_with("svc-") && families.contains(text(row.family)),
                 qPrintable(text(row.service)));
        names.insert(text(row.name));
    }
    QVERIFY(names.size() > 380);
}

void CatalogueTest::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("said");
    const auto action = [](const QByteArray& json) {
        return QByteArray("{\"service\": \"s\", \"actions\": {\"a\": ") + json + "}}";
    };
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("");
    QTest::newRow("neither service nor services") << QByteArray("{}") << QByteArray("\"service\"");
    QTest::newRow("unknown shape") << action("{\"parameters\": {\"Name*\": \"string\"}}")
                                   << QByteArray("\"Name\" has a shape");
    QTest::newRow("shape that is a number")
        << action("{\"parameters\": {\"Name\": 1}}") << QByteArray("\"Name\" has a shape");
    QTest::newRow("unknown named shape") << action("{\"result\": \"@Other\"}") << QByteArray("\"@Other\"");
    QTest::newRow("shapes in a circle") << QByteArray("{\"service\": \"s\", \"shapes\": {\"A\": \"@B\", \"B\": "
                                                      "\"@A\"}, \"actions\": {\"a\": {\"result\": \"@A\"}}}")
                                        << QByteArray("\"@");
    QTest::newRow("bad limits") << action("{\"parameters\": {\"Name\": \"text 1-2\"}}") << QByteArray("1..256");
    QTest::newRow("enum of nothing") << action("{\"parameters\": {\"Name\": \"enum\"}}")
                                     << QByteArray("needs its values");
}

void CatalogueTest::badFilesAreRefused()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, said);
    Catalogue whole;
    const Result<void> read = readCatalogueFile({file.constData(), std::size_t(file.size())}, whole);
    QVERIFY(!read);
    const QByteArray message = QByteArray::fromStdString(english(read.error().message));
    QVERIFY2(message.contains(said), message);
}

QTEST_APPLESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
