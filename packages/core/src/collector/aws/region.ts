import { openClient, type ClientSettings } from './client.ts';

const usual: Readonly<Record<string, string>> = { 'aws': 'us-east-1', 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' };

/** The region that is given, else the chain's, else the usual one of the partition that the role is in. */
export async function regionOf(settings: ClientSettings, roleArn: string | undefined): Promise<string> {
  if (settings.region !== undefined) return settings.region;
  const partition = roleArn?.split(':')[1] ?? 'aws';
  const chained = await chainedRegion(settings);
  const fits = chained !== undefined && (roleArn === undefined || partitionOf(chained) === partition);
  return fits ? chained : (usual[partition] ?? 'us-east-1');
}

async function chainedRegion(settings: ClientSettings): Promise<string | undefined> {
  const client = await openClient('sts', settings);
  try {
    return await client.config.region();
  } catch {
    // The SDK throws where neither environment nor profile names one.
    return undefined;
  } finally {
    client.destroy();
  }
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
