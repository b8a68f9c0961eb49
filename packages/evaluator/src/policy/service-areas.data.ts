/** A field of work, its short name in sentences, and the services that belong to it. A service in none stands for itself. */
export interface ServiceArea {
  name: string;
  services: readonly string[];
  /** Work that nearly every function needs beside its own: named only where nothing else is there. */
  supporting?: true;
}

export const serviceAreas: readonly ServiceArea[] = [
  { name: 'EC2', services: ['autoscaling', 'autoscaling-plans', 'dlm', 'ebs', 'ec2', 'ec2-instance-connect', 'elasticloadbalancing', 'imagebuilder'] },
  { name: 'S3', services: ['glacier', 's3', 's3-object-lambda', 's3-outposts', 's3express', 's3tables', 's3vectors'] },
  { name: 'file storage', services: ['backup', 'backup-storage', 'datasync', 'elasticfilesystem', 'fsx', 'storagegateway', 'transfer'] },
  { name: 'container', services: ['ecr', 'ecr-public', 'ecs', 'eks', 'eks-auth'] },
  { name: 'Lambda', services: ['apigateway', 'execute-api', 'lambda', 'serverlessrepo', 'states'] },
  {
    name: 'database',
    services: ['cassandra', 'dax', 'dms', 'docdb-elastic', 'dsql', 'dynamodb', 'elasticache', 'memorydb', 'neptune-db', 'neptune-graph', 'qldb', 'rds', 'rds-data', 'rds-db', 'redshift', 'redshift-data', 'redshift-serverless', 'sdb', 'timestream'],
  },
  { name: 'network', services: ['cloudfront', 'directconnect', 'globalaccelerator', 'network-firewall', 'networkmanager', 'route53', 'route53-recovery-control-config', 'route53domains', 'route53resolver', 'vpc-lattice'] },
  {
    name: 'security',
    services: ['access-analyzer', 'acm', 'acm-pca', 'auditmanager', 'detective', 'fms', 'guardduty', 'inspector', 'inspector2', 'kms', 'macie2', 'secretsmanager', 'securityhub', 'securitylake', 'shield', 'waf', 'waf-regional', 'wafv2'],
  },
  { name: 'identity', services: ['cognito-identity', 'cognito-idp', 'ds', 'iam', 'identitystore', 'organizations', 'rolesanywhere', 'sso', 'sso-directory'] },
  { name: 'billing', services: ['account', 'aws-portal', 'billing', 'billingconductor', 'budgets', 'ce', 'consolidatedbilling', 'cur', 'freetier', 'invoicing', 'payments', 'pricing', 'purchase-orders', 'savingsplans', 'tax'] },
  { name: 'deployment', services: ['amplify', 'cloudformation', 'codeartifact', 'codebuild', 'codecommit', 'codedeploy', 'codepipeline', 'elasticbeanstalk', 'proton'] },
  { name: 'messaging', services: ['events', 'firehose', 'kafka', 'kafka-cluster', 'kinesis', 'mq', 'pipes', 'scheduler', 'schemas', 'ses', 'sns', 'sqs'] },
  { name: 'analytics', services: ['aoss', 'athena', 'datazone', 'elasticmapreduce', 'es', 'glue', 'lakeformation', 'quicksight'] },
  { name: 'machine learning', services: ['bedrock', 'bedrock-agentcore', 'comprehend', 'forecast', 'kendra', 'lex', 'personalize', 'polly', 'rekognition', 'sagemaker', 'textract', 'transcribe', 'translate'] },
  { name: 'monitoring', services: ['application-signals', 'aps', 'cloudtrail', 'cloudwatch', 'config', 'grafana', 'health', 'internetmonitor', 'logs', 'oam', 'rum', 'synthetics', 'trustedadvisor', 'xray'], supporting: true },
  { name: 'systems management', services: ['ec2messages', 'resource-groups', 'servicecatalog', 'ssm', 'ssm-guiconnect', 'ssmmessages', 'support', 'tag'], supporting: true },
  { name: 'role assumption', services: ['sts'], supporting: true },
];

/** Actions that hand a role to a service: part of many functions, not a function. */
export const passingActions: readonly string[] = ['iam:CreateServiceLinkedRole', 'iam:PassRole'];
